// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { GatePorts } from '../../../src/features/broadcast-gate/dialog/gate-ports.ts';
import { answerPeople, fakeGatePorts, openBench, sheetOf } from '../../support/gate-dialog-bench.ts';
import { lastScrolledTo } from '../../support/gate-dialog-stand-ins.ts';

const PEOPLE = { name: 'people', known: true };
const CORRECTION = { name: 'correction' };
const WARNING = { id: 'w', check: 'w', level: 'warn', key: 'gateWhenNow', values: [], stretch: null };
const BLOCK = { ...WARNING, id: 'b', level: 'block' };

/** A checklist that was answered, and of which the worker then says that more is open. */
async function askedAnew(anew: Parameters<typeof sheetOf>[0], changed: Partial<GatePorts>) {
  const ports = fakeGatePorts(changed);
  ports.open.mockResolvedValueOnce(sheetOf({ coolDownSeconds: 0 }));
  ports.open.mockResolvedValue(sheetOf({ coolDownSeconds: 0, ...anew }));
  const bench = await openBench({ ports });
  await answerPeople(bench);
  bench.final().focus();
  await bench.click(bench.final());
  expect(bench.phase()).toBe('asking');
  return bench;
}

const REOPENED: Partial<GatePorts> = {
  complete: async () => ({ kind: 'open', open: { items: [], findings: [] } }),
};
const NO_PASS: Partial<GatePorts> = { release: async () => ({ kind: 'no-pass' }) };

describe.each([
  ['reopened', REOPENED],
  ['no-pass', NO_PASS],
])('a checklist that is asked anew (%s)', (_, changed) => {
  test('leads to what blocks first', async () => {
    const { root, find } = await askedAnew(
      { items: [PEOPLE, CORRECTION], findings: [WARNING, BLOCK] },
      changed,
    );
    const block = find('.finding[data-level="block"]');
    expect([root.activeElement, lastScrolledTo()]).toEqual([block, block]);
  });

  test('else to the first open item', async () => {
    const { root, find } = await askedAnew({ items: [PEOPLE, CORRECTION], findings: [WARNING] }, changed);
    expect(root.activeElement).toBe(find('#answer-correction'));
    expect(lastScrolledTo()).toBe(find('[data-item="correction"]'));
  });

  test('else to the reason that a warning lacks', async () => {
    const { root, find } = await askedAnew({ findings: [WARNING] }, changed);
    expect(root.activeElement).toBe(find('#reason-w'));
    expect(lastScrolledTo()).toBe(find('.finding'));
  });
});

test('an answer that is given after that is not led away from', async () => {
  const { root, find, type, leave, state } = await askedAnew(
    { items: [PEOPLE, CORRECTION], findings: [BLOCK] },
    REOPENED,
  );
  await type(find<HTMLInputElement>('#answer-correction'), '広報課');
  await leave(find('#answer-correction'));
  expect([state('correction'), root.activeElement]).toEqual(['right', null]);
});
