import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playBroadcastStory } from '../../scripts/broadcast-story.ts';
import { readEntry, verifyChain } from '../../src/domain/journal/chain.ts';
import { sha256 } from '../../src/platform/digest.ts';
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
    expect(await verifyChain(entries, null, sha256)).toMatchObject({ kind: 'whole', gaps: [] });
    const kinds = entries.map((entry) => readEntry(entry)?.event.kind);
    expect(kinds).toEqual([
      ...['attempted', 'asked', 'caught', 'refused'],
      ...['attempted', 'asked', 'answered', 'answered', 'answered', 'released', 'outcome'],
    ]);
  });
});
