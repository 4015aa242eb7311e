import { describe, expect, it } from 'vitest';
import type { Entry, JournalEvent } from '../../../../src/domain/journal/entry.ts';
import { itemRecords } from '../../../../src/domain/journal/item-record.ts';
import { pastAttempts } from '../../../../src/domain/journal/past-attempts.ts';
import { attemptId } from '../../../support/broadcasts.ts';
import { COUNTS, entryOf } from '../../../support/journal-entries.ts';

/** Entries of one attempt, each so many milliseconds after the beginning. */
const story = (n: number, steps: readonly (readonly [number, JournalEvent])[]): readonly Entry[] =>
  steps.map(([at, event]) => entryOf(event, { attempt: attemptId(n), at: n * 1_000_000 + at }));

const asked: JournalEvent = {
  kind: 'asked',
  items: ['account', 'people'],
  findings: ['voom-on-1', 'voom-on-2', 'empty-bubble-1'],
  changes: [],
};
const answered = (item: 'account' | 'people'): JournalEvent => ({
  kind: 'answered',
  item,
  unverified: false,
});
const attempted: JournalEvent = { kind: 'attempted', source: 'button', recognised: true, broadcast: COUNTS };
const caught = (by: string): JournalEvent => ({ kind: 'caught', by });
const released: JournalEvent = {
  kind: 'released',
  broadcast: COUNTS,
  sketch: [],
  reasons: [{ check: 'voom-on', text: '告知' }],
  person: null,
  tookMs: 1,
};

describe('the record of an item', () => {
  it('counts how often it was asked, answered, wrong, and answered at once', () => {
    const entries = [
      ...story(1, [
        [0, asked],
        [1_999, answered('account')],
        [3_000, caught('people')],
        [4_000, caught('people')],
        [6_000, answered('people')],
      ]),
      ...story(2, [
        [0, asked],
        [2_000, answered('account')],
      ]),
    ];
    expect(itemRecords(entries)).toEqual([
      { name: 'account', asked: 2, answered: 2, caught: 0, quick: 1 },
      { name: 'people', asked: 2, answered: 1, caught: 1, quick: 0 },
    ]);
  });

  it('takes nothing from the time between two attempts, nor from a clock that was set back', () => {
    const entries = [
      ...story(1, [[0, asked]]),
      ...story(2, [[0, answered('account')]]),
      ...story(3, [
        [5_000, asked],
        [1_000, answered('people')],
      ]),
    ];
    expect(itemRecords(entries).map(({ quick }) => quick)).toEqual([0, 0]);
  });
});

describe('an attempt of the past', () => {
  it('is told from its beginning: what was asked, found, stopped, and whether it went', () => {
    const entries = story(1, [
      [0, attempted],
      [1, asked],
      [2, caught('empty-bubble-1')],
      [3, caught('people')],
      [4, released],
    ]);
    expect(pastAttempts(entries)).toEqual([
      {
        id: attemptId(1),
        at: 1_000_000,
        account: '@bakery',
        broadcast: COUNTS,
        asked: ['account', 'people'],
        found: ['voom-on', 'empty-bubble'],
        stoppedBy: ['empty-bubble'],
        reasonsFor: ['voom-on'],
        wasSent: true,
      },
    ]);
  });

  it.each<[string, readonly JournalEvent[], boolean]>([
    ['released and accepted', [released, { kind: 'outcome', outcome: 'accepted', status: 200 }], true],
    ['overridden', [{ kind: 'overridden', reason: '緊急のため', broadcast: COUNTS }], true],
    ['released and stopped', [released, { kind: 'refused', why: 'stopped' }], false],
    ['given up', [{ kind: 'refused', why: 'cancelled' }], false],
  ])('was sent or not: %s', (_, events, wasSent) => {
    const steps = [attempted, ...events].map((event, place) => [place, event] as const);
    expect(pastAttempts(story(1, steps))[0]?.wasSent).toBe(wasSent);
  });

  it('is left out where its beginning is not among the entries; the newest comes first', () => {
    const entries = [...story(1, [[0, asked]]), ...story(2, [[0, attempted]]), ...story(3, [[0, attempted]])];
    expect(pastAttempts(entries).map(({ id }) => id)).toEqual([attemptId(3), attemptId(2)]);
  });
});
