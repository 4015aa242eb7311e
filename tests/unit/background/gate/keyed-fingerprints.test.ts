import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../../src/background/gate/attempt-record.ts';
import type { BroadcastCounts } from '../../../../src/domain/journal/entry.ts';
import { attemptOf, bodyOf, GateBench, nonce, TOP } from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const reason = '災害のお知らせのため急ぎます';

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});

/** A checklist that is answered, and one that is left by the way out: what the journal says of both broadcasts. */
async function sendTwice(of = attempt): Promise<readonly BroadcastCounts[]> {
  const { answers } = bench.gate;
  const pass = await bench.complete(of);
  await answers.releaseRequest({ attempt: of, pass, nonce: nonce(1) }, TOP);
  await answers.overrideAttempt({ attempt: attemptOf(2), reason, nonce: nonce(2) }, TOP);
  return bench.journal.drafts.flatMap(({ event }) => ('broadcast' in event ? event.broadcast : []));
}

describe('what the journal says of a broadcast', () => {
  it('is one digest by a key, the same for the same broadcast, and nothing that can be guessed', async () => {
    const counts = await sendTwice();
    const plain = await fingerprintOf(attempt.broadcast, attempt.page.people);
    expect(counts).toHaveLength(3);
    expect(new Set(counts.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(counts[0]).toMatchObject({ keyed: true, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(bench.journal.drafts)).not.toContain(plain);
  });

  it('is another digest for another broadcast, and with another key', async () => {
    const digestOf = async (n: number, text: string) => {
      const balloons = [{ contentType: 'TEXT', text }];
      await bench.gate.answers.openAttempt({ attempt: attemptOf(n, bodyOf({ balloons })), changes: [] }, TOP);
      return bench.journal.events('attempted').at(-1)?.broadcast.fingerprint;
    };
    const first = await digestOf(3, '文');
    expect(await digestOf(4, '文')).toBe(first);
    expect(await digestOf(5, '別の文')).not.toBe(first);
    bench.journal.digestKey = 'd2'.repeat(32);
    expect(await digestOf(6, '文')).not.toBe(first);
  });

  it('is null where the key cannot be read, and what was answered for goes all the same', async () => {
    bench.journal.digestKey = null;
    const counts = await sendTwice();
    const plain = await fingerprintOf(attempt.broadcast, attempt.page.people);
    expect(counts.map(({ fingerprint, keyed }) => [fingerprint, keyed])).toEqual(
      counts.map(() => [null, true]),
    );
    expect(counts).toHaveLength(3);
    expect(JSON.stringify(bench.journal.drafts)).not.toContain(plain);
    expect(bench.reported.length).toBeGreaterThan(0);
  });
});
