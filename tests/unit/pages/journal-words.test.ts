import { describe, expect, it } from 'vitest';
import { ITEM_NAMES } from '../../../src/domain/broadcast/checklist.ts';
import { CHECKS } from '../../../src/domain/broadcast/checks/checks.ts';
import { APPROVAL_STEPS } from '../../../src/domain/journal/approval-event.ts';
import { type JournalEvent, OUTCOMES, REFUSAL_REASONS } from '../../../src/domain/journal/entry.ts';
import { eventFacts } from '../../../src/pages/journal/event-facts.ts';
import { eventWords } from '../../../src/pages/journal/event-words.ts';
import { checkWords } from '../../../src/pages/journal/name-words.ts';
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
    expect(eventFacts(event, japaneseTexts)).toEqual(['変わった項目：lock, items']);
    expect(eventFacts({ ...event, kept: ['lock'] }, japaneseTexts)).toEqual([
      '変わった項目：lock, items',
      '前の値を使っている項目：lock',
    ]);
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
