import { beforeEach, describe, expect, it } from 'vitest';
import { attemptOf, bodyOf, GateBench, nonce, TOP } from '../../../support/gate-bench.ts';

const looked = attemptOf();
const changed = attemptOf(2, bodyOf({ balloons: [{ contentType: 'TEXT', text: '差し替えた文' }] }));

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
});

const redeemChanged = () =>
  bench.gate.answers.redeemWaiting(
    { broadcast: changed.broadcast, page: changed.page, nonce: nonce(1) },
    TOP,
  );
const checksOf = async () => {
  const { findings } = await bench.gate.answers.openAttempt({ attempt: changed, changes: ['content'] }, TOP);
  return findings.map(({ check }) => check);
};

describe('something else is about to go than what was answered for', () => {
  it('is stopped for good where a second person had looked at it, until it is begun anew', async () => {
    bench.setGate({ secondPerson: 'always' });
    await bench.complete(looked);
    expect(await redeemChanged()).toEqual({ result: 'changed', changes: ['content'] });
    expect(await checksOf()).toContain('changed-after-approval');
    await expect(bench.complete(changed)).rejects.toThrow('changed-after-approval');
    await bench.gate.answers.endAttempt({ id: changed.id, account: null, why: 'cancelled' }, TOP);
    expect(await checksOf()).not.toContain('changed-after-approval');
    await expect(bench.complete(changed)).resolves.toBeTypeOf('string');
  });

  it('is only asked about anew where nobody else had looked at it', async () => {
    await bench.complete(looked);
    expect(await redeemChanged()).toEqual({ result: 'changed', changes: ['content'] });
    expect(await checksOf()).not.toContain('changed-after-approval');
  });
});
