import type { Fault, Note } from './report.ts';
import type { ChangedBy } from './rules-note.ts';
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
  cannotRead: (file) => `${file} を読めませんでした。ファイルの名前と場所を確かめてください。`,
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
  rules: {
    title: 'ルールと設定の変更',
    language: 0,
    beginning: (at, when, by) => `記録番号${at}（${when}、${CHANGED_BY[by]}）`,
    changed: (rule, before, after) => `${rule}：${before} → ${after}`,
    added: (rule, after) => `${rule}：加わった内容は「${after}」`,
    takenAway: (rule, before) => `${rule}：なくなった内容は「${before}」`,
    sameWords: (rule, value) => `${rule}：「${value}」の、記録に残さない内容が変わりました`,
    recommended: (rule) => `${rule}（おすすめの値）`,
    notDecided: '決まりなし',
    none: 'なし',
    any: '限定なし',
    colon: '：',
    listMark: '、',
    more: (count) => `ほかに${count}件`,
    namesOnly: (rules) => `変わった項目：${rules}（値は残っていません）`,
    kept: (rules) => `消えたか壊れたため、前の値を使っている項目：${rules}`,
    passphrase: {
      set: '設定の合言葉を決めました',
      changed: '設定の合言葉を変えました',
      removed: '設定の合言葉を外しました',
      opened: '合言葉で設定を開きました',
      wrong: '設定の合言葉が違いました',
      'found-other': '設定の合言葉が、画面を通さずに消えたか変わっていました',
    },
  },
};

const CHANGED_BY: Readonly<Record<ChangedBy, string>> = {
  managed: '会社が配った設定',
  signed: '署名つきの設定',
  own: 'そのパソコンの設定',
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
    case 'late':
      return `記録番号${note.at}は、起きたときに記録できず、あとから書かれました。書かれるまで、内容を守るものはありませんでした。`;
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
