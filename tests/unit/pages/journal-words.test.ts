import { describe, expect, it } from 'vitest';
import { ITEM_NAMES } from '../../../src/domain/broadcast/checklist.ts';
import { CHECKS } from '../../../src/domain/broadcast/checks/checks.ts';
import { APPROVAL_STEPS } from '../../../src/domain/journal/approval-event.ts';
import { type JournalEvent, OUTCOMES, REFUSAL_REASONS } from '../../../src/domain/journal/entry.ts';
import { PASSPHRASE_STEPS, type RuleChange } from '../../../src/domain/journal/policy-event.ts';
import { eventFacts } from '../../../src/pages/journal/event-facts.ts';
import { eventWords } from '../../../src/pages/journal/event-words.ts';
import { checkWords } from '../../../src/pages/journal/name-words.ts';
import { groupOf } from '../../../src/pages/journal/story-filter.ts';
import { BAKERY } from '../../support/broadcasts.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';

const { t } = japaneseTexts;

/** What a supervisor has signed was this before. */
const SIGNED = { kind: 'policy', origin: 'signed', before: 'a'.repeat(64) } as const;

describe('the words for checks and events', () => {
  it('are there for every check', () => {
    const unnamed = CHECKS.map(({ name }) => name).filter(
      (name) => checkWords(`${name}-12`, t) === `${name}-12`,
    );
    expect(unnamed).toEqual([]);
  });

  it('are the id itself for a check that is gone', () => {
    expect(checkWords('moon-phase-1', t)).toBe('moon-phase-1');
  });

  it.each<{ event: JournalEvent; words: string }>([
    { event: { kind: 'caught', by: 'people' }, words: '「人数」の答えが違った' },
    { event: { kind: 'caught', by: 'test-mark-2' }, words: '自動の点検で止めた：テスト用の言葉' },
    {
      event: { kind: 'answered', item: 'people', unverified: true },
      words: '「人数」に答えた（正解との照合なし）',
    },
    {
      event: { kind: 'asked', items: ['account'], findings: ['voom-on-1'], changes: [] },
      words: '1項目の確認を開いた（自動の点検で1件）',
    },
    {
      event: { kind: 'outcome', outcome: 'refused-by-server', status: 400 },
      words: 'LINEが受け付けなかった（400）',
    },
    {
      event: { kind: 'gap', why: 'tail-lost', expectedSeq: 9, foundSeq: 5 },
      words: '新しい記録の一部が失われた (9番まであるはずが、5番まで)',
    },
    {
      event: { kind: 'gap', why: 'started-anew', expectedSeq: null, foundSeq: null },
      words: '記録が読めなくなり、新しく始めた',
    },
    {
      event: { kind: 'policy', before: null, after: 'a'.repeat(64), keys: ['lock'], kept: [] },
      words: '会社の設定が変わった',
    },
    {
      event: { kind: 'policy', before: 'a'.repeat(64), after: null, keys: ['lock'], kept: ['lock'] },
      words: '会社の設定が消えたか読めなくなり、前の値を使っている',
    },
    {
      event: { ...SIGNED, after: 'b'.repeat(64), keys: ['lock'], kept: [] },
      words: '署名つきの設定を読み込んだ',
    },
    {
      event: { ...SIGNED, after: 'a'.repeat(64), keys: [], kept: ['lock'] },
      words: '署名つきの設定の控えが消えたか書き換えられ、元に戻した',
    },
    {
      event: { ...SIGNED, after: null, keys: ['lock'], kept: [] },
      words: '署名つきの設定を外した',
    },
  ])('say what happened: $words', ({ event, words }) => {
    expect(eventWords(event, t)).toBe(words);
  });

  it('say who asked for approval, who answered, in what they differed, and why it was sent back', () => {
    const event: JournalEvent = {
      kind: 'approval',
      step: 'differs',
      way: 'here',
      operator: '佐藤',
      person: '山田',
      isVerified: true,
      items: ['people', 'when'],
      reason: null,
    };
    expect(eventWords(event, t)).toBe('確認者の答えが配信と違った');
    expect(eventFacts(event, japaneseTexts)).toEqual([
      '配信する人：佐藤',
      '確認した人：山田',
      '違った項目：人数, 日時',
    ]);
    const unseen = eventFacts({ ...event, items: ['custom:stock'], unseen: true }, japaneseTexts);
    expect(unseen.slice(2)).toEqual([
      expect.stringContaining('stock'),
      '確認者の画面に、メッセージの内容は出ていなかった',
    ]);
    const back: JournalEvent = { ...event, step: 'sent-back', items: [], reason: '割引率が違います' };
    expect(eventFacts(back, japaneseTexts).at(-1)).toBe('理由：割引率が違います');
    const named: JournalEvent = { ...event, step: 'given', isVerified: false };
    expect(eventWords(named, t)).toBe('別の人の名前で承認した（合言葉なし）');
  });

  it.each(APPROVAL_STEPS)('have words of their own for the approval’s step %s', (step) => {
    const event = { kind: 'approval', step, way: null, operator: null, person: null } as const;
    const words = eventWords({ ...event, isVerified: true, items: [], reason: null }, t);
    expect(words).not.toMatch(/^journal/);
  });

  it('name what changed in the policy, and what is kept of it', () => {
    const keys = ['lock', 'items'];
    const event: JournalEvent = { kind: 'policy', before: null, after: null, keys, kept: [] };
    expect(eventFacts(event, japaneseTexts)).toEqual(['変わった項目：ブラウザーで止める, 確認の項目']);
    expect(eventFacts({ ...event, kept: ['lock'] }, japaneseTexts)).toEqual([
      '変わった項目：ブラウザーで止める, 確認の項目',
      '前の値を使っている項目：ブラウザーで止める',
    ]);
  });

  it.each<[RuleChange, string]>([
    [
      { rule: 'lock', account: null, before: 'enforce', after: 'off' },
      'ブラウザーで止める：守る（おすすめ） → 使わない',
    ],
    [
      { rule: 'largeAudience', account: BAKERY, before: null, after: '300' },
      '@bakery 大人数とみなす人数：決まりなし → 300',
    ],
    [
      { rule: 'coolDownSeconds', account: null, before: '5', after: '3', isDefault: true },
      '確認のあと、止められる時間（秒）（おすすめの値）：5 → 3',
    ],
    [
      { rule: 'items', account: null, before: 'test=never\nlinks=large', after: 'test=always\nlinks=never' },
      '確認の項目：テスト配信：たずねない、リンク：大人数のときだけ → テスト配信：いつも、リンク：たずねない',
    ],
    [
      { rule: 'checkLevels', account: null, before: 'holiday=warn', after: 'holiday=off' },
      '自動の点検：配信を避ける日：理由をたずねる → 配信を避ける日：使わない',
    ],
    [
      { rule: 'windows', account: null, before: 'U1=hour\nU2=30', after: 'U1=day\nU2=40' },
      `取り消せる時間（アカウントごと）：U1：${t('optionsWindowHour')}、U2：30分 → U1：${t('optionsWindowDay')}、U2：40分`,
    ],
    [
      { rule: 'cautionWords', account: null, before: '', after: '必ず\n…(+3)' },
      '注意する言葉：加わった内容は「必ず、…(+3)」',
    ],
    [
      { rule: 'cautionWords', account: null, before: '必ず', after: '' },
      '注意する言葉：なくなった内容は「必ず」',
    ],
    [
      { rule: 'ownLinkHosts', account: null, before: 'a.example', after: '*' },
      '自社のサイト：a.example → 限定なし',
    ],
    [
      { rule: 'approvers', account: null, before: '山田', after: '山田' },
      '確認者：「山田」の、ここには残さない内容が変わった',
    ],
    [{ rule: 'moonPhase', account: null, before: 'new=1', after: 'full' }, 'moonPhase：new=1 → full'],
  ])('say a changed rule with its values: %j', (change, words) => {
    const event: JournalEvent = {
      kind: 'policy',
      origin: 'own',
      before: null,
      after: null,
      keys: [change.rule],
      kept: [],
      changes: [change],
      more: 2,
    };
    expect(eventFacts(event, japaneseTexts)).toEqual([words, 'ほかに2件']);
    expect(eventWords(event, t)).toBe('このパソコンの設定が変わった');
  });

  it('tell every use of the passphrase apart, and let a supervisor look for changes', () => {
    const events = PASSPHRASE_STEPS.map((step) => ({ kind: 'passphrase', step }) as const);
    expect(new Set(events.map((event) => eventWords(event, t))).size).toBe(PASSPHRASE_STEPS.length);
    expect(events.map(groupOf)).toEqual(['rules', 'rules', 'rules', 'rules', 'odd', 'odd']);
    const policy = { kind: 'policy', before: null, after: null } as const;
    const groups = [[], ['lock']].map((kept) => groupOf({ ...policy, keys: ['lock'], kept }));
    expect(groups).toEqual(['rules', 'odd']);
  });

  it('tell every ending, every refusal and every item apart', () => {
    const events: JournalEvent[] = [
      ...OUTCOMES.map((outcome) => ({ kind: 'outcome', outcome, status: null }) as const),
      ...REFUSAL_REASONS.map((why) => ({ kind: 'refused', why }) as const),
      ...ITEM_NAMES.flatMap((item) => [
        { kind: 'answered', item, unverified: false } as const,
        { kind: 'caught', by: item } as const,
      ]),
    ];
    expect(new Set(events.map((event) => eventWords(event, t))).size).toBe(events.length);
  });
});
