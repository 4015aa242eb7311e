import type { Fault, Note } from './report.ts';
import { dayOf, minutesOf, type Words } from './words.ts';

/** The verifier in Japanese. */
export const JAPANESE: Words = {
  tag: 'ja',
  title: 'Matta 配信記録の点検',
  intro:
    'Mattaの「点検用に書き出す（JSONL）」で保存したファイルを選んでください。ファイルはこのパソコンの中だけで調べ、どこにも送りません。',
  choose: '記録のファイル',
  keyLabel: '署名の鍵（書き留めてあれば）',
  keyHelp: 'パソコンごとの64文字の鍵です。入力すると、ほかの鍵で署名された記録を見つけられます。',
  checking: '調べています…',
  cannotCheck:
    '調べられませんでした。このブラウザーは署名（Ed25519）を確かめられません。新しいChromeで開いてください。',
  keyError: '鍵は、0〜9とa〜fの64文字で入力してください。',
  whole: '記録は、すべて書き込まれたときのままです。',
  broken: '記録に異常があります。',
  empty: 'このファイルに、Mattaの記録はありません。',
  faultsTitle: '異常',
  notesTitle: '知っておいていただきたいこと',
  keysTitle: '署名の鍵',
  entries: (count, first, last) => `${count}件（${first}〜${last}）`,
  key: (short, full, from) => `${short}（記録番号${from}から）${full}`,
  noKeys: '署名のある記録はありません。抜けや書き換えは、記録のつながりだけで調べました。',
  compareKeys: '鍵が正しいかは、そのパソコンのMattaの「配信の記録」に出る鍵と見比べてください。',
  fault: faultWords,
  note: noteWords,
};

function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'odd-line':
      return `ファイルの${fault.line}行目が、Mattaの書いたとおりではありません。`;
    case 'changed':
      return `記録番号${fault.at}が、書き込まれたときの内容と違います。`;
    case 'missing':
      return `記録番号${fault.at}がありません。`;
    case 'swapped':
      return `記録番号${fault.at}のところに、別の記録があります。順番が入れ替わっています。`;
    case 'cut':
      return `はじめのほうの記録がありません（記録番号${fault.at}から）。`;
    case 'head-ahead':
      return `記録番号${fault.at}から後の新しい記録がありません。`;
    case 'head-behind':
      return `記録番号${fault.at}から後は、控えにありません。書き込みの途中でブラウザーが閉じたときにも起こります。`;
    case 'unsigned':
      return `記録番号${fault.at}に、あるはずの署名がありません。`;
    case 'bad-signature':
      return `記録番号${fault.at}の署名が、内容と合いません。`;
    case 'unknown-key':
      return `記録番号${fault.at}が、知らない鍵で署名されています。`;
    case 'no-end':
      return `ファイルの終わりの印がありません。記録番号${fault.after}より後の記録が切り取られたかもしれません。`;
  }
}

function noteWords(note: Note): string {
  switch (note.kind) {
    case 'unsigned-part': {
      const { from, to } = note.stretch;
      const numbers = from === to ? `${from}` : `${from}〜${to}`;
      return `記録番号${numbers}には署名がありません（署名を始める前の記録か、署名できないブラウザーの記録です）。`;
    }
    case 'gap':
      return `記録番号${note.at}：過去に記録が失われました（${note.expected ?? '?'}件あるはずが、${note.found ?? '?'}件）。`;
    case 'pruned':
      return `記録番号${note.at}：保存期間（${note.days}日）を過ぎた記録番号${note.last}までを、設定に従って${dayOf(note.when)}に消しました。`;
    case 'rekey':
      return `記録番号${note.at}：署名の鍵が失われ、新しい鍵に替わりました。鍵を見比べてください。`;
    case 'clock-jump':
      return note.byMs < 0
        ? `記録番号${note.at}：パソコンの時計が${minutesOf(note.byMs)}分戻りました。`
        : `記録番号${note.at}：パソコンの時計が${minutesOf(note.byMs)}分進みました（スリープのあとにも起こります）。`;
    case 'clock-off':
      return `記録番号${note.at}から：パソコンの時計が、LINEの時計より${minutesOf(note.byMs)}分${note.byMs < 0 ? '遅れて' : '進んで'}いました。`;
  }
}
