// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../../src/domain/broadcast/broadcast.ts';
import type { GatePorts } from '../../../src/features/broadcast-gate/dialog/gate-ports.ts';
import {
  type AttemptChanges,
  attemptOf,
  fakeGatePorts,
  inJapanese,
  openBench,
  outcomeShown,
  sheetOf,
} from '../../support/gate-dialog-bench.ts';
import { sight } from '../../support/gate-dialog-stand-ins.ts';

const never = () => new Promise<never>(() => {});
const REASON = '書きかけを失わないため';
const UNCLEAR: AttemptChanges = { broadcast: { schedule: { kind: 'unclear' } } };

const stopped = (isDraft: boolean, changes = UNCLEAR): Attempt => ({
  ...attemptOf(changes),
  source: 'lock',
  isDraft,
});

/** A draft that the browser's lock has stopped. */
function draft(changed: Partial<GatePorts> = {}, changes = UNCLEAR) {
  const ports = fakeGatePorts({ open: async () => sheetOf({ coolDownSeconds: 5 }), ...changed });
  return openBench({ attempt: stopped(true, changes), afterwards: 'press-again', ports });
}

/** It, in the last seconds before it can be saved. */
async function cooling(seconds: number | null | 'never' = 30) {
  const bench = await draft({
    override: async () => (seconds === 'never' ? never() : { kind: 'released', seconds }),
  });
  await bench.click(bench.find('.disclosure'));
  await bench.type(bench.find<HTMLInputElement>('#override-reason'), REASON);
  await bench.click(bench.find('#override .button'));
  return bench;
}

/** What speaks of sending. The word for whom it goes to, and the sentence that nothing was sent, may stand. */
const SENDING = /配信(?!先|はしていません)/;

describe('a stopped draft', () => {
  test('is spoken of as one that is to be saved', async () => {
    const { find, click, text } = await draft();
    await click(find('.disclosure'));
    expect(find('h1').textContent).toBe('下書きの保存');
    expect(find('#lead').textContent).toBe('まだ保存していません。');
    expect(find('#sent-heading').textContent).toBe('保存する内容');
    expect(find('#override > p:not(.field-error)').textContent).toBe(
      '確認なしで保存したことと、ここに書く理由は、記録に残ります。',
    );
    expect(find('label[for="override-reason"]').textContent).toBe('確認なしで保存する理由（8文字以上）');
    expect(text().replace(inJapanese('gateStoppedDraftText'), '')).not.toMatch(SENDING);
  });

  test('that cannot be read, or that something covers, is not called a broadcast either', async () => {
    const unreadable = { broadcast: { ...UNCLEAR.broadcast, readable: false, bubbles: [] } };
    const { find, click, text } = await draft({}, unreadable);
    sight.width = 1;
    for (const _ of [1, 2, 3]) await click(find('.disclosure'));
    expect(text()).toContain('重なっている間は保存できません');
    expect(text()).toContain('下書きの内容を読み取れませんでした');
    expect(text().replace(inJapanese('gateStoppedDraftText'), '')).not.toMatch(SENDING);
  });

  test('has a time in its summary only where one was read', async () => {
    const label = inJapanese('gateLabelWhen');
    const { find } = await draft();
    expect(find('.facts').textContent).not.toContain(label);
    const timed = await draft({}, {});
    expect(timed.find('.facts').textContent).toContain(label);
  });

  test('has a time in its summary, read or not, where it is a broadcast', async () => {
    const { find } = await openBench({ attempt: attemptOf(UNCLEAR) });
    expect(find('.facts').textContent).toContain(inJapanese('gateWhenUnclear'));
  });

  test('is counted down to as what can be saved, without an act of sending', async () => {
    const { find, all, text, pass } = await cooling();
    expect(find('.countdown').textContent).toBe('5秒後に保存できます');
    expect(all('.cooling-act')).toHaveLength(0);
    expect(text()).not.toMatch(SENDING);
    await pass(5_100);
    expect(outcomeShown()).toMatchObject({
      title: inJapanese('gatePressDraftTitle'),
      texts: ['あと30秒のあいだ、この内容を保存できます。'],
    });
    await pass(31_000);
    expect(outcomeShown()?.texts).toEqual([inJapanese('gateDraftExpiredText')]);
  });

  test('is not called handed to LINE while it is only allowed', async () => {
    const { find, pass } = await cooling('never');
    await pass(5_100);
    expect(find('.countdown').textContent).toBe('保存できるようにしています。もう止められません。');
  });

  test.each([
    ['not answered yet', never],
    ['not answered at all', async () => null],
  ])('that is %s is not called a broadcast either', async (_, open) => {
    const { text } = await draft({ open });
    expect(text().replace(inJapanese('gateStoppedDraftText'), '')).not.toMatch(SENDING);
  });

  test('that could not be looked at says that it was not saved', async () => {
    const { button, click } = await draft({ open: async () => null });
    await click(button(inJapanese('gateBackFromDraft')));
    expect(outcomeShown()?.title).toBe('保存しませんでした');
  });
});

describe('the outcome of a draft', () => {
  test('is waited for as one', async () => {
    const { pass } = await cooling(null);
    await pass(5_100);
    expect(outcomeShown()?.title).toBe('下書きを保存しています');
  });

  test.each([
    ['accepted', 200, '下書きを保存しました', ['LINEが下書きを受け付けました。配信はしていません。']],
    ['reserved', 200, '下書きを保存しました', ['LINEが下書きを受け付けました。配信はしていません。']],
    [
      'refused-by-server',
      409,
      'LINEが下書きを受け付けませんでした',
      [inJapanese('gateDraftRefusedText'), inJapanese('gateRefusedStatus', 409)],
    ],
    ['unknown', null, '下書きが保存されたか、わかりません', [inJapanese('gateDraftUnknownText')]],
  ] as const)('%s is never that something was sent', async (outcome, status, title, texts) => {
    const { gate, pass } = await cooling();
    await pass(5_100);
    gate.showOutcome(outcome, status);
    expect(outcomeShown()).toMatchObject({ title, texts });
    expect([title, ...texts].join()).not.toMatch(SENDING);
  });
});

test.each([
  ['draft', true, 'gateStoppedDraftTitle'],
  ['broadcast', false, 'gateStoppedTitle'],
] as const)('a stopped %s is told of, but not in the last seconds', async (_, isDraft, title) => {
  const { text, find, click, type } = await openBench({
    attempt: stopped(isDraft),
    afterwards: 'press-again',
  });
  expect(text()).toContain(inJapanese(title));
  await click(find('.disclosure'));
  await type(find<HTMLInputElement>('#override-reason'), REASON);
  await click(find('#override .button'));
  expect(text()).not.toContain(inJapanese(title));
});
