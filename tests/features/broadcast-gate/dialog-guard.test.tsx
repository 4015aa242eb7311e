// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import {
  type Circumstances,
  type Judgement,
  judgeEvent,
} from '../../../src/features/broadcast-gate/dialog/accept-guard.ts';
import { setHidden } from '../../support/dom-stand-ins.ts';
import { fakeGatePorts, inJapanese, openBench, sheetOf } from '../../support/gate-dialog-bench.ts';
import { reportVisibility, sight } from '../../support/gate-dialog-stand-ins.ts';
import { dispatch } from '../../support/trusted-events.ts';

const NOW = 10_000;
const FINE: Circumstances = {
  now: NOW,
  settledFrom: NOW - 500,
  isDocumentVisible: true,
  isOpen: true,
  visibility: { since: NOW - 300 },
  hasExpectedSize: true,
  isHit: () => true,
};

/** An event as it arrives from a real mouse or keyboard. */
function trusted(event: Event): Event {
  const target = document.createElement('i');
  dispatch(target, event);
  return event;
}
const press = (init: MouseEventInit = {}) => trusted(new MouseEvent('click', { detail: 1, ...init }));
const key = (name: string) => trusted(new KeyboardEvent('keydown', { key: name }));

describe('an event counts', () => {
  test.each<[string, Event, Partial<Circumstances>, Judgement]>([
    ['when all is well', press(), {}, 'count'],
    ['as a key', key('a'), {}, 'count'],
    ['not when a script made it', new MouseEvent('click'), {}, 'drop'],
    ['not when a script made Escape', new KeyboardEvent('keydown', { key: 'Escape' }), {}, 'drop'],
    ['not in a hidden tab', press(), { isDocumentVisible: false }, 'drop'],
    ['not when it was taken from the page', press(), { isOpen: false }, 'covered'],
    ['not when something covers it', press(), { visibility: 'covered' }, 'covered'],
    ['not before it is known whether it is seen', press(), { visibility: 'unknown' }, 'drop'],
    ['not when it has been seen for 299 ms', press(), { visibility: { since: NOW - 299 } }, 'drop'],
    ['not when it was shrunk', press(), { hasExpectedSize: false }, 'covered'],
    ['not 499 ms after opening', press(), { settledFrom: NOW - 499 }, 'drop'],
    ['not where something else lies at that point', press(), { isHit: () => false }, 'covered'],
    ['as a key wherever the pointer is', key('a'), { isHit: () => false }, 'count'],
    ['as a press by keyboard, which has no place', press({ detail: 0 }), { isHit: () => false }, 'count'],
    ['as Escape, even when covered', key('Escape'), { visibility: 'covered', settledFrom: NOW }, 'count'],
    [
      'after the clock was set back',
      press(),
      { settledFrom: NOW + 9_000, visibility: { since: NOW + 9_000 } },
      'count',
    ],
  ])('%s', (_, event, changed, judgement) => {
    expect(judgeEvent(event, { ...FINE, ...changed })).toBe(judgement);
  });
});

const ACCOUNT = { name: 'account', choices: [{ id: '@maruyama', name: 'まるやま' }] };

async function bench(settled = true) {
  const ports = fakeGatePorts({ open: async () => sheetOf({ items: [ACCOUNT] }) });
  const one = await openBench({ ports, settled });
  const radio = () => one.all<HTMLInputElement>('[name=account]')[0] ?? document.createElement('input');
  return { ...one, ports, radio, answered: () => ports.answer.mock.calls.length };
}

describe('the dialog', () => {
  afterEach(() => setHidden(false));

  test('takes no stray second press of what had opened it', async () => {
    const { click, radio, answered, pass } = await bench(false);
    await click(radio());
    expect([answered(), radio().checked]).toEqual([0, false]);
    await pass(600);
    await click(radio());
    expect([answered(), radio().checked]).toEqual([1, true]);
  });

  test('takes no stray press of a button', async () => {
    const { click, button, ports, pass } = await bench(false);
    await click(button(inJapanese('gateBack')));
    expect(ports.cancel).not.toHaveBeenCalled();
    await pass(600);
    await click(button(inJapanese('gateBack')));
    expect(ports.cancel).toHaveBeenCalledOnce();
  });

  test('takes no press that a script makes', async () => {
    const { radio, answered, final, phase } = await bench();
    radio().click();
    final().click();
    expect([answered(), phase()]).toEqual([0, 'asking']);
  });

  test('takes no letters while the tab is hidden, and shows none', async () => {
    const ports = fakeGatePorts();
    const { find, type, state } = await openBench({ ports });
    const field = find<HTMLInputElement>('#answer-people');
    field.focus();
    setHidden(true);
    await type(field, '1234');
    setHidden(false);
    field.blur();
    expect([state('people'), field.value, ports.answer.mock.calls.length]).toEqual(['open', '', 0]);
  });

  test('that is covered opens anew on top by itself, and counts again when it is seen', async () => {
    const { click, radio, answered, host, pass } = await bench();
    const cover = document.documentElement.appendChild(document.createElement('div'));
    reportVisibility(false);
    expect(document.documentElement.lastElementChild).toBe(host);
    reportVisibility(false);
    await click(radio());
    expect(answered()).toBe(0);
    reportVisibility(true);
    await pass(300);
    await click(radio());
    expect(answered()).toBe(1);
    cover.remove();
  });

  test('that stays covered opens anew with a press alone, and says so at the third time', async () => {
    const { click, radio, text, pass, host } = await bench();
    for (const time of [1, 2, 3]) {
      const cover = document.documentElement.appendChild(document.createElement('div'));
      reportVisibility(false);
      if (time > 1) {
        expect(document.documentElement.lastElementChild).toBe(cover);
        await click(radio());
      }
      expect(document.documentElement.lastElementChild).toBe(host);
      expect(text().includes(inJapanese('gateCovered'))).toBe(time === 3);
      await pass(400);
      cover.remove();
    }
    reportVisibility(true);
    await pass(400);
    await click(radio());
    expect(text()).not.toContain(inJapanese('gateCovered'));
  });

  test.each([
    ['shrunk', { width: 100, height: 70 }],
    ['under something else', { hit: document.body }],
  ])('that is %s takes no press', async (_, changed) => {
    const { radio, answered, pass } = await bench();
    Object.assign(sight, changed);
    const target = radio();
    dispatch(target, new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));
    await pass(0);
    expect(answered()).toBe(0);
  });

  test.each([
    ['removed', (host: Element) => host.remove()],
    ['moved', (host: Element) => document.body.append(host)],
    ['closed', (host: Element) => host.shadowRoot?.querySelector('dialog')?.close()],
  ])('that the page has %s comes back', async (_, harm) => {
    const { host, find, pass, ports } = await bench();
    harm(host);
    await pass(600);
    expect(host.parentElement).toBe(document.documentElement);
    expect(find<HTMLDialogElement>('dialog').open).toBe(true);
    expect(ports.cancel).not.toHaveBeenCalled();
  });

  test('does not fight without end with a page that keeps removing it', async () => {
    const { host, pass } = await bench();
    let times = 0;
    const rival = new MutationObserver(() => {
      if (!host.isConnected || times > 20) return;
      times++;
      host.remove();
    });
    rival.observe(document.documentElement, { childList: true });
    host.remove();
    await pass(900);
    rival.disconnect();
    expect(times).toBeGreaterThan(0);
    expect(times).toBeLessThanOrEqual(4);
  });

  test('lets nothing hang on its host', async () => {
    const { host, pass } = await bench();
    for (const name of ['style', 'hidden', 'inert', 'popover', 'class']) host.setAttribute(name, '');
    await pass(0);
    expect(host.getAttributeNames().toSorted()).toEqual(['data-mode', 'data-phase', 'data-source']);
  });

  test.each(['keydown', 'input', 'click', 'paste', 'focusin', 'compositionupdate', 'pointerdown'])(
    'keeps %s inside from listeners of the page',
    async (type) => {
      const { radio } = await bench();
      const heard: string[] = [];
      const listener = (event: Event) => heard.push(event.type);
      for (const target of [document, document.documentElement, window])
        target.addEventListener(type, listener);
      dispatch(radio(), new Event(type, { bubbles: true, composed: true, cancelable: true }));
      for (const target of [document, document.documentElement, window])
        target.removeEventListener(type, listener);
      expect(heard).toEqual([]);
    },
  );
});
