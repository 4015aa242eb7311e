import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../src/domain/clock.ts';
import { readEntry } from '../../../../src/domain/journal/chain.ts';
import type { Entry } from '../../../../src/domain/journal/entry.ts';
import { reconcile, TOLERANCE_MS } from '../../../../src/domain/journal/reconcile.ts';
import { type Sending, sendingsOf } from '../../../../src/domain/journal/sendings.ts';
import type { SentRow } from '../../../../src/domain/journal/sent-list.ts';
import { attemptId } from '../../../support/broadcasts.ts';
import { COUNTS, chainOf, entryOf, FOUR_PAST_THREE } from '../../../support/journal-entries.ts';

const NOON = FOUR_PAST_THREE;
const row = (line: number, minutes: number, change: Partial<SentRow> = {}): SentRow => ({
  line,
  at: NOON + minutes * MINUTE,
  people: null,
  title: '',
  ...change,
});
const sending = (seq: number, minutes: number, change: Partial<Sending> = {}): Sending => ({
  seq,
  account: null,
  at: NOON + minutes * MINUTE,
  people: null,
  text: null,
  how: 'checked',
  ...change,
});
const outline = (rows: readonly SentRow[], sendings: readonly Sending[]) => {
  const { matched, withoutEntry, withoutRow } = reconcile(rows, sendings);
  return {
    matched: matched.map((match) => [match.row.line, match.sending.seq]),
    withoutEntry: withoutEntry.map(({ line }) => line),
    withoutRow: withoutRow.map(({ seq }) => seq),
  };
};

describe('LINE’s list and the journal', () => {
  it('are matched by time, and what only one of them has is told', () => {
    expect(
      outline([row(1, 0), row(2, 60), row(3, 120)], [sending(7, 1), sending(8, 121), sending(9, 90)]),
    ).toEqual({
      matched: [
        [1, 7],
        [3, 8],
      ],
      withoutEntry: [2],
      withoutRow: [9],
    });
  });

  it('are not matched by what is too far away', () => {
    expect(outline([row(1, 0)], [sending(7, 5)]).matched).toEqual([[1, 7]]);
    expect(outline([row(1, 0)], [sending(7, 6)])).toEqual({ matched: [], withoutEntry: [1], withoutRow: [] });
  });

  it.each<[string, Partial<SentRow>, Partial<Sending>, Partial<Sending>]>([
    ['the closer time', {}, { at: NOON + 2 * MINUTE }, { at: NOON + MINUTE }],
    ['the number of people', { people: 300 }, { people: 12_000 }, { people: 301 }],
    ['the very number of people', { people: 300 }, { people: 301 }, { people: 300, at: NOON + 2 * MINUTE }],
    ['a number that is not known', { people: 300 }, { people: 301 }, { at: NOON + 2 * MINUTE }],
    [
      'how the text begins',
      { title: '冬のパン…' },
      { text: '夏のパン' },
      { text: '冬の パンまつりです', at: NOON + 3 * MINUTE },
    ],
  ])('with two that may be meant, %s decides', (_, one, worse, better) => {
    const sendings = [sending(7, 0, worse), sending(8, 0, better)];
    expect(outline([row(1, 0, one)], sendings).matched).toEqual([[1, 8]]);
  });

  it('say where they do not agree about how many people', () => {
    const differ = (a: number | null, b: number | null) =>
      reconcile([row(1, 0, { people: a })], [sending(7, 0, { people: b })]).matched[0]?.peopleDiffer;
    expect([differ(5, 6), differ(5, 5), differ(null, 6), differ(5, null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('what the list does not cover is not missed in it', () => {
    expect(
      outline([row(1, 0), row(2, 60)], [sending(7, -9), sending(8, 30), sending(9, 70)]).withoutRow,
    ).toEqual([8]);
    expect(outline([], [sending(7, 0)]).withoutRow).toEqual([]);
  });
});

const minutes = fc.integer({ min: 0, max: 60 });
const people = fc.option(fc.integer({ min: 1, max: 9 }));
const anyRows = fc
  .array(fc.record({ minutes, people, title: fc.constantFrom('', '冬', '冬のパン') }), { maxLength: 12 })
  .map((list) => list.map((one, at) => row(at + 1, one.minutes, one)));
const anySendings = fc
  .array(fc.record({ minutes, people, text: fc.constantFrom(null, '冬のパンまつり', '夏') }), {
    maxLength: 12,
  })
  .map((list) => list.map((one, at) => sending(at + 1, one.minutes, one)));

describe('whatever the list and the journal are', () => {
  it('each row and each entry is told of once, and only near ones are matched', async () => {
    await fc.assert(
      fc.property(anyRows, anySendings, (rows, sendings) => {
        const { matched, withoutEntry, withoutRow } = reconcile(rows, sendings);
        const told = [...matched.map((match) => match.row), ...withoutEntry].map(({ line }) => line);
        expect(told.toSorted((a, b) => a - b)).toEqual(rows.map(({ line }) => line));
        const used = [...matched.map((match) => match.sending), ...withoutRow].map(({ seq }) => seq);
        expect(new Set(used).size).toBe(used.length);
        for (const match of matched)
          expect(Math.abs(match.row.at - match.sending.at)).toBeLessThanOrEqual(TOLERANCE_MS);
        // Nothing is left on both sides that could have been matched.
        for (const one of withoutEntry)
          for (const other of withoutRow) expect(Math.abs(one.at - other.at)).toBeGreaterThan(TOLERANCE_MS);
      }),
    );
  });

  it('their order makes no difference', async () => {
    await fc.assert(
      fc.property(anyRows, anySendings, (rows, sendings) => {
        expect(reconcile(rows.toReversed(), sendings.toReversed())).toEqual(reconcile(rows, sendings));
      }),
    );
  });

  it('a list of what the journal has, a minute off at most, has nothing to tell', async () => {
    const apart = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 20 });
    await fc.assert(
      fc.property(apart, fc.integer({ min: -1, max: 1 }), (places, off) => {
        const sendings = places.map((place, at) => sending(at + 1, place * 11));
        const rows = places.map((place, at) => row(at + 1, place * 11 + off));
        const { matched, ...others } = outline(rows, sendings);
        expect(matched).toHaveLength(places.length);
        expect(others).toEqual({ withoutEntry: [], withoutRow: [] });
      }),
    );
  });
});

describe('what the journal says of what went out', () => {
  const of = (event: Entry['event'], seq: number, attempt: number | null = 1) =>
    entryOf(event, { seq, attempt: attempt === null ? null : attemptId(attempt) });
  const released: Extract<Entry['event'], { kind: 'released' }> = {
    kind: 'released',
    broadcast: { ...COUNTS, people: 842, scheduledAt: null, excerpt: '冬' },
    sketch: [],
    reasons: [],
    person: null,
    tookMs: 1,
  };
  const outcome = (kind: 'accepted' | 'unknown' | 'refused-by-server') =>
    ({ kind: 'outcome', outcome: kind, status: null }) as const;

  it('is one broadcast for each outcome, with what had been let go', () => {
    const entries = [
      of(released, 1),
      of(outcome('accepted'), 2),
      of(released, 3, 2),
      of(outcome('refused-by-server'), 4, 2),
    ];
    expect(sendingsOf(entries)).toEqual([
      { seq: 2, account: entries[1]?.account, at: NOON, people: 842, text: '冬', how: 'checked' },
    ]);
  });

  it('is at the reserved time', () => {
    const at = NOON + 90 * MINUTE;
    const reserved = { ...released, broadcast: { ...released.broadcast, scheduledAt: at } };
    expect(sendingsOf([of(reserved, 1), of(outcome('accepted'), 2)])[0]?.at).toBe(at);
  });

  it('includes what went by the way out, what nobody knows the end of, and what nothing had allowed', () => {
    const overridden = { kind: 'overridden', reason: '急ぎ', broadcast: COUNTS } as const;
    const unconfirmed = { kind: 'unconfirmed', why: 'lock-off', status: 200 } as const;
    const entries = [of(overridden, 1), of(outcome('unknown'), 2), of(unconfirmed, 3, null)];
    expect(sendingsOf(entries).map(({ how }) => how)).toEqual(['override', 'unconfirmed']);
  });

  it('counts what went with other content once, and what LINE has refused not at all', () => {
    const other = { kind: 'unconfirmed', why: 'other-content', status: 200 } as const;
    const refused = { kind: 'unconfirmed', why: 'not-allowed', status: 400 } as const;
    const entries = [of(released, 1), of(other, 2), of(outcome('accepted'), 3), of(refused, 4, null)];
    expect(sendingsOf(entries).map(({ seq, how }) => [seq, how])).toEqual([[3, 'unconfirmed']]);
  });

  it('can be read from entries as they are stored', async () => {
    const stored = await chainOf([released, outcome('accepted')]);
    expect(sendingsOf(stored.flatMap((one) => readEntry(one) ?? []))).toHaveLength(1);
  });
});
