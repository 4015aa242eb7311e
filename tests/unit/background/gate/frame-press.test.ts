import { beforeEach, expect, it } from 'vitest';
import type { Attempt } from '../../../../src/domain/broadcast/broadcast.ts';
import type { Sender } from '../../../../src/messaging/sender.ts';
import { attemptOf, bodyOf, FRAME, GateBench, nonce, TOP } from '../../../support/gate-bench.ts';

const attempt = attemptOf();
/** The same broadcast as a frame inside the page sends it: it does not see what the page shows. */
const fromFrame = attemptOf(2, bodyOf(), { page: { accountName: null, people: null, recognised: false } });

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});

const redeem = ({ broadcast, page }: Attempt, sender: Sender) =>
  bench.gate.answers.redeemWaiting({ broadcast, page, nonce: nonce(1) }, sender);

it('a frame may send what was answered for in its page, though it cannot see how many get it', async () => {
  await bench.complete(attempt);
  expect(await redeem(fromFrame, FRAME)).toEqual({ result: 'armed', attempt: attempt.id });
});

it('a frame may send nothing else', async () => {
  await bench.complete(attempt);
  const other = attemptOf(3, bodyOf({ balloons: [{ contentType: 'TEXT', text: '別' }] }), {
    page: fromFrame.page,
  });
  expect(await redeem(other, FRAME)).toEqual({ result: 'changed', changes: ['content'] });
});

it('the page itself may not send to a number of people that it does not show any more', async () => {
  await bench.complete(attempt);
  expect(await redeem(fromFrame, TOP)).toEqual({ result: 'changed', changes: ['people'] });
});
