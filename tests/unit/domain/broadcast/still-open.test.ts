import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Answer, Item, Reason } from '../../../../src/domain/broadcast/checklist.ts';
import { LEVELS } from '../../../../src/domain/broadcast/finding.ts';
import type { Truth } from '../../../../src/domain/broadcast/judge-answer.ts';
import { stillOpen } from '../../../../src/domain/broadcast/still-open.ts';
import { BAKERY, basicId } from '../../../support/broadcasts.ts';

const TRUTH: Truth = {
  account: BAKERY,
  people: 5,
  schedule: { kind: 'now' },
  values: [],
  links: [],
  testSeenAt: null,
  custom: [],
  approval: null,
};
const ITEMS: readonly Item[] = [
  { name: 'account', choices: [] },
  { name: 'people', known: true },
  { name: 'when' },
  { name: 'test', seenAt: null },
];
const RIGHT: readonly Answer[] = [
  { item: 'account', choice: BAKERY },
  { item: 'people', typed: '5' },
  { item: 'when', when: { kind: 'now' } },
  { item: 'test', without: '前回と同じ画像のため' },
];
const REASON = 'クーポンの期限は来週に延長済みです';
const open = (answers: readonly Answer[], truth = TRUTH) => stillOpen(ITEMS, [], answers, [], truth).items;

describe('an item', () => {
  it('is open while it has no right answer', () => {
    expect(open([])).toEqual(['account', 'people', 'when', 'test']);
    expect(open([{ item: 'account', choice: basicId('@other') }, ...RIGHT.slice(1)])).toEqual(['account']);
    expect(open(RIGHT)).toEqual([]);
  });

  it('is judged by its last answer', () => {
    expect(open([...RIGHT, { item: 'people', typed: '6' }])).toEqual(['people']);
    expect(open([{ item: 'people', typed: '6' }, ...RIGHT])).toEqual([]);
  });

  it('that asks for a test needs no answer when a test was seen', () => {
    expect(open(RIGHT.slice(0, 3), { ...TRUTH, testSeenAt: 1 })).toEqual([]);
    expect(open(RIGHT.slice(0, 3))).toEqual(['test']);
  });

  it('that was not asked cannot be open', () => {
    expect(stillOpen([], [], [{ item: 'people', typed: '6' }], [], TRUTH)).toEqual({
      items: [],
      findings: [],
    });
  });
});

describe('a finding', () => {
  const findings = [
    { id: 'b-0', level: 'block' },
    { id: 'w-0', level: 'warn' },
    { id: 'w-1', level: 'warn' },
    { id: 'i-0', level: 'inform' },
  ] as const;
  const openFindings = (reasons: readonly Reason[]) => stillOpen([], findings, [], reasons, TRUTH).findings;

  it.each<[string, readonly Reason[], readonly string[]]>([
    ['no reason is given', [], ['b-0', 'w-0', 'w-1']],
    ['one reason is given', [{ finding: 'w-1', text: REASON }], ['b-0', 'w-0']],
    ['all reasons are given', ['b-0', 'w-0', 'w-1'].map((finding) => ({ finding, text: REASON })), ['b-0']],
    ['a reason is too short', [{ finding: 'w-0', text: 'OK' }], ['b-0', 'w-0', 'w-1']],
    [
      'a reason is taken back',
      [
        { finding: 'w-0', text: REASON },
        { finding: 'w-0', text: '' },
      ],
      ['b-0', 'w-0', 'w-1'],
    ],
  ])('is open as long as it is not answered: %s', (_what, reasons, expected) => {
    expect(openFindings(reasons)).toEqual(expected);
  });
});

test('a block stays open whatever is answered', async () => {
  const anyFinding = fc.record({ id: fc.constantFrom('a', 'b', 'c'), level: fc.constantFrom(...LEVELS) });
  const anyReason = fc.record({
    finding: fc.constantFrom('a', 'b', 'c'),
    text: fc.constantFrom(REASON, '', 'x'),
  });
  await fc.assert(
    fc.property(fc.array(anyFinding), fc.array(anyReason), (findings, reasons) => {
      const { findings: left } = stillOpen([], findings, RIGHT, reasons, TRUTH);
      for (const { id, level } of findings) if (level === 'block') expect(left).toContain(id);
    }),
  );
});
