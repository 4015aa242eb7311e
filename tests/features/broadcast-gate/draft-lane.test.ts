// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { SECOND } from '../../../src/domain/clock.ts';
import { attemptBench, FakeHeld, nonceOf } from '../../support/attempt-bench.ts';

const draft = (n = 1) => new FakeHeld({ kind: 'harmless', nonce: nonceOf(n) });

describe('a draft', () => {
  test('goes as soon as the lock is open for it, and not before', async () => {
    const { hold, pass, worker } = attemptBench((bench) => {
      bench.worker.delayMs = 50;
    });
    const held = draft(3);
    await hold(held);
    expect(held.fate).toEqual([]);
    expect(worker.payloads('armHarmless')).toEqual([{ nonce: nonceOf(3), isStandby: false }]);
    await pass(60);
    expect(held.fate).toEqual(['released']);
  });

  test('fails when the worker does not answer: the lock would stop it', async () => {
    const { hold } = attemptBench(({ worker }) => worker.answers.delete('armHarmless'));
    const held = draft();
    await hold(held);
    expect(held.fate).toEqual(['refused']);
  });

  test.each(['off', 'observe'] as const)('goes at once when the lock is set to %s', async (lock) => {
    const { hold, worker } = attemptBench(({ worker, settings }) => {
      settings.change({ lock });
      worker.answers.delete('armHarmless');
    });
    const held = draft();
    await hold(held);
    expect([held.fate, worker.payloads('armHarmless')]).toEqual([['released'], []]);
  });

  test('has the lock opened as well while the settings are not known', async () => {
    const { hold, worker } = attemptBench(({ settings }) => {
      settings.inForce = null;
    });
    const held = draft();
    await hold(held);
    expect([held.fate, worker.payloads('armHarmless').length]).toEqual([['released'], 1]);
  });

  test('waits for no other', async () => {
    const { hold } = attemptBench();
    const drafts = [draft(1), draft(2), draft(3)];
    await hold(...drafts);
    expect(drafts.map(({ fate }) => fate)).toEqual([['released'], ['released'], ['released']]);
  });
});

describe('the lock for a draft that cannot wait', () => {
  const move = () => document.dispatchEvent(new Event('pointermove'));
  const standby = (bench: ReturnType<typeof attemptBench>) =>
    bench.worker.payloads('armHarmless').map((payload) => Object(payload));

  test('is opened ahead of it, and at once for the one that takes the place of a used one; what is open stays as it is', () => {
    const bench = attemptBench();
    bench.gate.standby.tell([nonceOf(1), nonceOf(2)]);
    bench.gate.standby.tell([nonceOf(2), nonceOf(3)]);
    expect(standby(bench)).toEqual([
      { nonce: nonceOf(1), isStandby: true },
      { nonce: nonceOf(2), isStandby: true },
      { nonce: nonceOf(3), isStandby: true },
    ]);
  });

  test('is kept open for those that are left, and for no used one', async () => {
    const bench = attemptBench();
    bench.gate.standby.tell([nonceOf(1), nonceOf(2)]);
    bench.gate.standby.tell([nonceOf(2), nonceOf(3)]);
    await bench.pass(30 * SECOND);
    move();
    expect(
      standby(bench)
        .slice(3)
        .map(({ nonce }) => nonce),
    ).toEqual([nonceOf(2), nonceOf(3)]);
  });

  test.each(['pointermove', 'pointerdown', 'keydown', 'focusin'])(
    'is kept open by signs of work (%s), twice in a minute at most',
    async (sign) => {
      const bench = attemptBench();
      bench.gate.standby.tell([nonceOf(1)]);
      for (let second = 0; second < 60; second += 1) {
        document.dispatchEvent(new Event(sign));
        await bench.pass(SECOND);
      }
      expect(standby(bench)).toHaveLength(3);
      expect(new Set(standby(bench).map(({ nonce }) => nonce))).toEqual(new Set([nonceOf(1)]));
    },
  );

  test('is kept open by nobody while nothing happens, and opened again by the next sign of work', async () => {
    const bench = attemptBench();
    bench.gate.standby.tell([nonceOf(1)]);
    await bench.pass(3_600 * SECOND);
    expect(standby(bench)).toHaveLength(1);
    move();
    expect(standby(bench)).toHaveLength(2);
  });

  test('is not opened where no broadcast is written, and is when somebody goes there', () => {
    const bench = attemptBench(({ page }) => {
      page.shown = 'other';
    });
    bench.gate.standby.tell([nonceOf(1)]);
    move();
    expect(standby(bench)).toEqual([]);
    bench.page.go('editor');
    expect(standby(bench)).toHaveLength(1);
  });

  test('is opened for a new nonce that was told elsewhere, as soon as somebody comes back', async () => {
    const bench = attemptBench();
    bench.gate.standby.tell([nonceOf(1)]);
    bench.page.go('other');
    await bench.pass(SECOND);
    bench.gate.standby.tell([nonceOf(2)]);
    bench.page.go('editor');
    expect(standby(bench).map(({ nonce }) => nonce)).toEqual([nonceOf(1), nonceOf(2)]);
  });

  test('is renewed also when the clock was set back', async () => {
    const bench = attemptBench();
    bench.gate.standby.tell([nonceOf(1)]);
    const { clock } = bench.context;
    const before = clock.now();
    Object.assign(clock, { now: () => before - 3_600 * SECOND });
    move();
    expect(standby(bench)).toHaveLength(2);
  });

  test('is opened for nobody after the end', async () => {
    const bench = attemptBench();
    bench.gate.standby.tell([nonceOf(1)]);
    bench.end();
    await bench.pass(60 * SECOND);
    move();
    bench.gate.standby.tell([nonceOf(2)]);
    bench.page.go('list');
    expect(standby(bench)).toHaveLength(1);
  });
});
