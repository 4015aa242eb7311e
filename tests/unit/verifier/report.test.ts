import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { MINUTE } from '../../../src/domain/clock.ts';
import type { JournalEvent, StoredEntry } from '../../../src/domain/journal/entry.ts';
import { endLine, jsonLines } from '../../../src/domain/journal/export-jsonl.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { isSignedBy, type SigningKey } from '../../../src/platform/signing.ts';
import { type Report, reportOn } from '../../../src/verifier/report.ts';
import { chainOf, EVERY_EVENT, FOUR_PAST_THREE, typedEvent } from '../../support/journal-entries.ts';
import { signedChain, testKey } from '../../support/signed-journal.ts';

let own: SigningKey;
let other: SigningKey;
beforeAll(async () => {
  own = await testKey();
  other = await testKey();
});

const fileOf = (chain: readonly StoredEntry[], head: StoredEntry | null = chain.at(-1) ?? null) =>
  `${jsonLines(chain)}${endLine(head)}`;
const report = (file: string, trusted: readonly string[] | null = null) =>
  reportOn(file, { sha256, isSignedBy }, trusted);
const EVENTS = EVERY_EVENT.filter(({ kind }) => kind !== 'rekey');
/** The number of the entry about an event of this kind. */
const entryOf = (wanted: JournalEvent['kind']) => EVENTS.findIndex(({ kind }) => kind === wanted) + 1;
const signed = (events: readonly JournalEvent[] = EVENTS) =>
  signedChain(events.map((event) => ({ event, key: own })));
/** The lowest number that the faults name: of an entry, or of the line in which it stands in a whole file. */
const placeOf = ({ faults }: Report) =>
  Math.min(
    ...faults.map((fault) => ('at' in fault ? fault.at : 'line' in fault ? fault.line : fault.after + 1)),
  );

describe('a saved journal', () => {
  it('as Matta saved it has no faults, and says its keys and what happened to it', async () => {
    const { faults, notes, keys, count, span } = await report(fileOf(await signed()));
    expect(faults).toEqual([]);
    expect(notes).toEqual([
      { kind: 'gap', at: entryOf('gap'), expected: 60, found: 29 },
      { kind: 'pruned', at: entryOf('pruned'), last: 12, days: 400, when: FOUR_PAST_THREE },
      { kind: 'clock-jump', at: entryOf('clock-jump'), byMs: -180_000 },
    ]);
    expect(keys).toEqual([{ key: own.publicKey, from: 1 }]);
    expect({ count, span }).toEqual({
      count: EVENTS.length,
      span: { first: FOUR_PAST_THREE, last: FOUR_PAST_THREE },
    });
  });

  it('says which rules were changed, and what was written later than it happened', async () => {
    const { rules } = await report(fileOf(await signed()));
    expect(rules.map(({ kind, at, by }) => [kind, at, by])).toEqual([
      ['rules', entryOf('policy'), 'managed'],
      ['rules', entryOf('policy') + 1, 'own'],
      ['passphrase', entryOf('passphrase'), 'own'],
    ]);
    const chain = await signedChain([
      { event: { kind: 'observed', layer: 'lock' }, key: own, change: { late: true } },
    ]);
    const { notes, faults } = await report(fileOf(chain));
    expect({ notes, faults }).toEqual({ notes: [{ kind: 'late', at: 1 }], faults: [] });
  });

  it('from before entries were signed says that nobody signed it', async () => {
    const { faults, notes } = await report(fileOf(await chainOf(EVENTS)));
    expect(faults).toEqual([]);
    expect(notes[0]).toEqual({ kind: 'unsigned-part', stretch: { from: 1, to: EVENTS.length } });
  });

  it('with lines as another program breaks them is the same', async () => {
    expect((await report(fileOf(await signed()).replaceAll('\n', '\r\n'))).faults).toEqual([]);
  });

  it('says where the computer’s clock was not LINE’s, once for each difference', async () => {
    const apart = [0, 5, 5, -7, 0.5, 0, 5];
    const chain = await signedChain(
      apart.map((minutes) => ({
        event: { kind: 'caught', by: 'people' },
        key: own,
        change: {
          clocks: {
            pc: FOUR_PAST_THREE,
            zone: 'Asia/Tokyo',
            sinceStartMs: 9_000,
            line: { date: FOUR_PAST_THREE - minutes * MINUTE - 2_000, ageMs: 2_000 },
          },
        },
      })),
    );
    expect((await report(fileOf(chain))).notes).toEqual([
      { kind: 'clock-off', at: 2, byMs: 5 * MINUTE },
      { kind: 'clock-off', at: 4, byMs: -7 * MINUTE },
      { kind: 'clock-off', at: 7, byMs: 5 * MINUTE },
    ]);
  });

  it.each(['', '\n', 'hello', '{"head":null}\n', '\u0000\uffff'])(
    'that is none (%j) has no entries',
    async (file) => {
      expect(await report(file)).toMatchObject({ count: 0, span: null });
    },
  );
});

describe('a saved journal that was damaged', () => {
  it.each<{
    what: string;
    damage: (chain: readonly StoredEntry[]) => string | Promise<string>;
    fault: object;
  }>([
    {
      what: 'a changed text',
      damage: (chain) =>
        fileOf(
          chain.map((one) => (one.seq === 4 ? { ...one, text: one.text.replace('people', 'account') } : one)),
        ),
      fault: { kind: 'changed', at: 4 },
    },
    {
      what: 'a removed entry',
      damage: (chain) => fileOf(chain.toSpliced(3, 1)),
      fault: { kind: 'missing', at: 4 },
    },
    {
      what: 'two entries that changed places',
      damage: (chain) => fileOf([...chain.slice(0, 3), ...chain.slice(3, 5).reverse(), ...chain.slice(5)]),
      fault: { kind: 'swapped', at: 4 },
    },
    { what: 'a cut beginning', damage: (chain) => fileOf(chain.slice(3)), fault: { kind: 'cut', at: 1 } },
    {
      what: 'entries cut off before the end',
      damage: (chain) => fileOf(chain.slice(0, 9), chain.at(-1) ?? null),
      fault: { kind: 'head-ahead', at: 10 },
    },
    {
      what: 'a cut end',
      damage: (chain) => jsonLines(chain.slice(0, 9)),
      fault: { kind: 'no-end', after: 9 },
    },
    {
      what: 'a signature of another entry',
      damage: (chain) =>
        fileOf(chain.map((one) => (one.seq === 4 ? { ...one, sig: chain[0]?.sig ?? '' } : one))),
      fault: { kind: 'bad-signature', at: 4 },
    },
    {
      what: 'a number that is not that of the text',
      damage: (chain) => fileOf(chain).replace('{"seq":4,', '{"seq":2,'),
      fault: { kind: 'odd-line', line: 4 },
    },
    {
      what: 'a line that says the same in other letters',
      damage: (chain) => fileOf(chain).replace('{"seq":4,', '{ "seq":4,'),
      fault: { kind: 'odd-line', line: 4 },
    },
    {
      what: 'a part written anew with another key',
      damage: async (chain) => {
        const forged = await signedChain([{ event: { kind: 'refused', why: 'left' }, key: other }], chain[6]);
        return fileOf([...chain.slice(0, 7), ...forged]);
      },
      fault: { kind: 'unknown-key', at: 8 },
    },
  ])('names the place of $what', async ({ damage, fault }) => {
    expect((await report(await damage(await signed()))).faults).toContainEqual(fault);
  });

  it('is found where all of it was made anew with another key, if the right one is known', async () => {
    const forged = fileOf(await signedChain(EVENTS.map((event) => ({ event, key: other }))));
    expect((await report(forged)).faults).toEqual([]);
    expect((await report(forged, [own.publicKey])).faults).toEqual([{ kind: 'unknown-key', at: 1 }]);
  });
});

const anyEvent: fc.Arbitrary<JournalEvent> = fc.oneof(fc.constantFrom(...EVENTS), typedEvent);
const anyJournal = fc.array(anyEvent, { minLength: 2, maxLength: 12 });

/** A random journal, and a random place in it. */
const anyPlace = fc.tuple(anyJournal, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 94 }));

/** Another printable letter, so that the file stays a text of as many letters. */
function otherLetter(letter: string, by: number): string {
  const code = letter.charCodeAt(0);
  const place = code >= 32 && code < 127 ? code - 32 : 0;
  return String.fromCharCode(32 + ((place + by) % 95));
}

describe('random damage to a random journal is found, and its place named', () => {
  test('nothing is found where nothing was done', async () => {
    await fc.assert(
      fc.asyncProperty(anyJournal, async (events) => {
        expect((await report(fileOf(await signed(events)))).faults).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('one changed letter', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async ([events, line, letter, by]) => {
        const lines = jsonLines(await signed(events))
          .split('\n')
          .slice(0, -1);
        const at = line % lines.length;
        const old = lines[at] ?? '';
        const index = letter % old.length;
        const changed = `${old.slice(0, index)}${otherLetter(old[index] ?? '', by)}${old.slice(index + 1)}`;
        fc.pre(changed !== old);
        const head = (await signed(events)).at(-1) ?? null;
        const found = await report(`${lines.with(at, changed).join('\n')}\n${endLine(head)}`);
        expect(placeOf(found)).toBe(at + 1);
      }),
      { numRuns: 400 },
    );
  });

  test('a removed entry, wherever it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async ([events, at]) => {
        const chain = await signed(events);
        const place = at % chain.length;
        expect(placeOf(await report(fileOf(chain.toSpliced(place, 1), chain.at(-1) ?? null)))).toBe(
          place + 1,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('two entries that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async ([events, one, two]) => {
        const chain = await signed(events);
        const [low = 0, high = 0] = [one % chain.length, two % chain.length].toSorted((a, b) => a - b);
        fc.pre(low !== high);
        const [a, b] = [chain[low], chain[high]];
        if (a === undefined || b === undefined) throw new RangeError('no such entry');
        const found = await report(fileOf(chain.with(low, b).with(high, a), chain.at(-1) ?? null));
        expect(placeOf(found)).toBe(low + 1);
      }),
      { numRuns: 100 },
    );
  });

  test('a cut end, with its mark or without', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, fc.boolean(), async ([events, at], withMark) => {
        const chain = await signed(events);
        const kept = 1 + (at % (chain.length - 1));
        const rest = jsonLines(chain.slice(0, kept));
        const found = await report(withMark ? `${rest}${endLine(chain.at(-1) ?? null)}` : rest);
        expect(placeOf(found)).toBe(kept + 1);
      }),
      { numRuns: 100 },
    );
  });

  test('a changed entry whose chain was computed anew from there on, without the key', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async ([events, at]) => {
        const chain = await signed(events);
        const place = at % chain.length;
        const before = place === 0 ? undefined : chain[place - 1];
        const parts = events.slice(place).map((event, index) => ({
          event: index === 0 ? ({ kind: 'unrecognised', place: 'forged' } as const) : event,
          key: null,
          change: { signer: own.publicKey },
        }));
        // The old signatures are put onto the new entries.
        const forged = (await signedChain(parts, before)).map((one, index) => ({
          ...one,
          sig: chain[place + index]?.sig ?? '',
        }));
        expect(placeOf(await report(fileOf([...chain.slice(0, place), ...forged])))).toBe(place + 1);
      }),
      { numRuns: 100 },
    );
  });
});
