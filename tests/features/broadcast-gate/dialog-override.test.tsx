// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import {
  fakeGatePorts,
  inJapanese,
  openBench,
  outcomeShown,
  sheetOf,
} from '../../support/gate-dialog-bench.ts';
import { lastScrolledTo } from '../../support/gate-dialog-stand-ins.ts';

const BLOCK = { id: 'b1', check: 'b', level: 'block', key: 'gateWhenNow', values: [], stretch: null };
const WARNINGS = ['w1', 'w2'].map((id) => ({ ...BLOCK, id, level: 'warn' }));
const REASON = '断水のお知らせを急ぐため';

async function bench(findings: readonly unknown[] = [BLOCK]) {
  const ports = fakeGatePorts({ open: async () => sheetOf({ findings }) });
  const one = await openBench({ ports });
  const reason = () => one.find<HTMLInputElement>('#override-reason');
  const send = () => one.find('#override .button');
  return { ...one, ports, reason, send };
}

describe('the way out', () => {
  test('is closed until it is opened', async () => {
    const { find, click, text } = await bench();
    expect([find('#override').hidden, find('.disclosure').getAttribute('aria-expanded')]).toEqual([
      true,
      'false',
    ]);
    await click(find('.disclosure'));
    expect([find('#override').hidden, find('.disclosure').getAttribute('aria-expanded')]).toEqual([
      false,
      'true',
    ]);
    expect(text()).toContain(inJapanese('gateOverrideText'));
  });

  test('leads to its reason when it is opened', async () => {
    const { find, click, root, reason } = await bench();
    await click(find('.disclosure'));
    expect([root.activeElement, lastScrolledTo()]).toEqual([reason(), find('#override')]);
  });

  test('says in its cool-down that the check is not finished, and asks for no answers', async () => {
    const { find, click, type, reason, send } = await bench();
    expect(find('#lead').textContent).toBe(inJapanese('gateLead'));
    const act = find('.final').textContent ?? '';
    await click(find('.disclosure'));
    await type(reason(), REASON);
    await click(send());
    expect(find('.cooling-act').textContent).toBe(inJapanese('gateOverrideSend', act));
    expect(find('#lead').textContent).toBe(inJapanese('gateCoolingLead'));
  });

  test.each(['', 'ああああああああああ', '........', '急ぐ'])(
    'is shut for the reason “%s”',
    async (typed) => {
      const { find, click, type, reason, send, ports, phase } = await bench();
      await click(find('.disclosure'));
      await type(reason(), typed);
      await click(send());
      expect([phase(), ports.override.mock.calls.length]).toEqual(['asking', 0]);
      expect(find('#override-short').textContent).toBe(inJapanese('gateReasonShort', 8));
    },
  );

  test('leads over the cool-down to the release, even past a block', async () => {
    const { find, click, type, reason, send, ports, phase, pass } = await bench();
    await click(find('.disclosure'));
    await type(reason(), REASON);
    expect(send().textContent).toBe(inJapanese('gateOverrideSend', find('.final').textContent ?? ''));
    await click(send());
    expect(phase()).toBe('cooling');
    expect(ports.override).not.toHaveBeenCalled();
    await pass(5_100);
    expect(ports.override.mock.calls).toEqual([[{ reason: REASON, person: null }]]);
    expect([ports.complete.mock.calls.length, ports.release.mock.calls.length]).toEqual([0, 0]);
    expect(outcomeShown()?.title).toBe(inJapanese('gateWaitTitle'));
  });

  test('can be stopped in the cool-down', async () => {
    const { find, click, type, reason, send, ports, key, pass } = await bench();
    await click(find('.disclosure'));
    await type(reason(), REASON);
    await click(send());
    await key(find('.stop'), 'Escape');
    await pass(10_000);
    expect(ports.cancel.mock.calls).toEqual([['stopped']]);
    expect(ports.override).not.toHaveBeenCalled();
  });

  test('is not taken by Enter in its field', async () => {
    const { find, click, type, key, reason, phase } = await bench();
    await click(find('.disclosure'));
    await type(reason(), REASON);
    await key(reason(), 'Enter');
    expect(phase()).toBe('asking');
  });

  test('that failed says so and keeps the reason', async () => {
    const { find, click, type, reason, send, ports, pass, phase } = await bench();
    ports.override.mockResolvedValue({ kind: 'failed' });
    await click(find('.disclosure'));
    await type(reason(), REASON);
    await click(send());
    await pass(5_100);
    expect([phase(), reason().value]).toEqual(['asking', REASON]);
    expect(find('#final-said').textContent).toBe(inJapanese('gateTroubleRelease'));
  });
});

describe('a warning', () => {
  test('needs a reason of its own, and each goes along with the answers', async () => {
    const { find, type, leave, click, final, ports } = await bench(WARNINGS);
    await type(find<HTMLInputElement>('#answer-people'), '1234');
    await leave(find('#answer-people'));
    await type(find<HTMLInputElement>('#reason-w1'), REASON);
    await click(final());
    expect(find('#final-said').textContent).toBe(inJapanese('gateStillOpen', inJapanese('gateLeftReasons')));
    await type(find<HTMLInputElement>('#reason-w2'), '店長が確認しました');
    await click(final());
    expect(ports.complete.mock.calls[0]?.[1]).toEqual([
      { finding: 'w1', text: REASON },
      { finding: 'w2', text: '店長が確認しました' },
    ]);
  });

  test('says what a reason lacks when the field is left', async () => {
    const { find, type, leave } = await bench(WARNINGS);
    await type(find<HTMLInputElement>('#reason-w1'), 'はい');
    expect(find('#reason-w1-short').textContent).toBe('');
    await leave(find('#reason-w1'));
    expect(find('#reason-w1-short').textContent).toBe(inJapanese('gateReasonShort', 8));
  });
});

test('what changed since it was answered is said at the top', async () => {
  const ports = fakeGatePorts({ open: async () => sheetOf({ changes: ['schedule'] }) });
  const { find, text } = await openBench({ ports });
  expect(find('[role=alert]').textContent).toContain(
    inJapanese('gateChangedText', inJapanese('gateChangeSchedule')),
  );
  expect(text().indexOf(inJapanese('gateChangedTitle'))).toBeLessThan(
    text().indexOf(inJapanese('gateSummary')),
  );
});
