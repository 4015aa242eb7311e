import { beforeEach, describe, expect, it } from 'vitest';
import { attemptOf, GateBench, nonce, TOP } from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const TEXT = '冬の新作パンが並びます。';

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});

async function sendAndTakeTheWayOut(): Promise<void> {
  const pass = await bench.complete(attempt);
  await bench.gate.answers.releaseRequest({ attempt, pass, nonce: nonce(1) }, TOP);
  const other = attemptOf(2);
  const reason = '断水のお知らせを急ぐため';
  await bench.gate.answers.overrideAttempt({ attempt: other, reason, nonce: nonce(2) }, TOP);
}

describe('the text of a broadcast', () => {
  it('is in no entry unless the rules ask for it', async () => {
    await sendAndTakeTheWayOut();
    expect(bench.journal.kinds).toContain('overridden');
    expect(JSON.stringify(bench.journal.drafts)).not.toContain('新作');
  });

  it('is kept of what was let go, and of nothing that was only tried', async () => {
    bench.setGate({ journalExcerpt: 'full' });
    await sendAndTakeTheWayOut();
    const texts = bench.journal.drafts.flatMap(({ event }) =>
      'broadcast' in event ? [[event.kind, event.broadcast.excerpt]] : [],
    );
    expect(texts).toEqual([
      ['attempted', undefined],
      ['released', TEXT],
      ['overridden', TEXT],
    ]);
  });
});
