import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playBroadcastStory } from '../../scripts/broadcast-story.ts';
import { SECOND } from '../../src/domain/clock.ts';
import { readEntry } from '../../src/domain/journal/chain.ts';
import { checkJournal } from '../../src/domain/journal/check-journal.ts';
import { aheadOfLine } from '../../src/domain/journal/clocks.ts';
import { sha256 } from '../../src/platform/digest.ts';
import { isSignedBy } from '../../src/platform/signing.ts';
import { storedJournal } from '../support/browser/journal.ts';
import { launchMatta, type Matta, openExtension } from '../support/browser/launch-matta.ts';

describe('the story that npm start plays', { timeout: 60_000 }, () => {
  let matta: Matta;
  beforeEach(async () => {
    matta = await launchMatta({ dist: openExtension });
  });
  afterEach(() => matta.close());

  test('ends with one delivery of the corrected text, and the journal tells all of it', async () => {
    const page = await matta.context.newPage();
    const steps: string[] = [];
    const atCaught: number[] = [];
    await playBroadcastStory(page, {
      query: 'lang=ja',
      paceMs: 0,
      onStep: ({ name }) => {
        steps.push(name);
        if (name !== 'sent') atCaught.push(matta.practice.deliveries.length);
      },
    });
    expect(steps).toEqual(['written', 'caught', 'corrected', 'answered', 'cooling', 'sent']);
    expect(atCaught).toEqual([0, 0, 0, 0, 0]);
    const bodies = matta.practice.deliveries.map(({ body }) => body ?? '');
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('(土)10時');
    expect(bodies[0]).not.toContain('〇〇');

    const entries = await storedJournal(matta);
    const { chain, signatures } = await checkJournal(entries, null, { sha256, isSignedBy });
    expect(chain).toMatchObject({ kind: 'whole', gaps: [] });
    expect(signatures).toMatchObject({ fault: null, keys: [{ from: 1 }], unsigned: [] });
    const kinds = entries.map((entry) => readEntry(entry)?.event.kind);
    expect(kinds).toEqual([
      ...['attempted', 'asked', 'caught', 'refused'],
      ...['attempted', 'asked', 'answered', 'answered', 'answered', 'released', 'outcome'],
    ]);
    // The outcome is written after an answer of LINE's, whose server says what time it is, to the second.
    const outcome = readEntry(entries.at(-1) ?? { text: '' });
    const ahead = outcome?.v === 2 ? aheadOfLine(outcome.clocks) : null;
    expect(Math.abs(ahead ?? Number.NaN)).toBeLessThan(5 * SECOND);
  });
});
