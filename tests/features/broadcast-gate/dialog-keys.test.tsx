// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import {
  answerPeople,
  fakeGatePorts,
  inJapanese,
  openBench,
  sheetOf,
} from '../../support/gate-dialog-bench.ts';

const ACCOUNT = {
  name: 'account',
  choices: [
    { id: '@maruyama', name: 'まるやま洋菓子店' },
    { id: '@midori', name: 'みどり薬局' },
  ],
};

const bench = async () => {
  const ports = fakeGatePorts({
    open: async () => sheetOf({ items: [ACCOUNT, { name: 'people', known: true }] }),
  });
  return { ports, ...(await openBench({ ports })) };
};

describe('Escape', () => {
  test.each(['dialog', '#answer-people', '.final', '[name=account]:checked, .disclosure'])(
    'pressed on %s goes back at once',
    async (selector) => {
      const { ports, find, key, host } = await bench();
      const pressed = find(selector);
      await key(pressed, 'Escape');
      expect(ports.cancel.mock.calls).toEqual([['cancelled']]);
      expect(host.isConnected).toBe(false);
    },
  );

  test('counts also before anything else does', async () => {
    const ports = fakeGatePorts();
    const { key, find } = await openBench({ ports, settled: false });
    await key(find('dialog'), 'Escape');
    expect(ports.cancel.mock.calls).toEqual([['cancelled']]);
  });

  test('that ends the composition of a word does not', async () => {
    const { ports, find, key } = await bench();
    await key(find('#answer-people'), 'Escape', { isComposing: true });
    expect(ports.cancel).not.toHaveBeenCalled();
  });

  test('as the browser’s own wish to close goes back, too', async () => {
    const { ports, find } = await bench();
    const wish = new Event('cancel', { cancelable: true });
    find('dialog').dispatchEvent(wish);
    expect(wish.defaultPrevented).toBe(true);
    expect(ports.cancel.mock.calls).toEqual([['cancelled']]);
  });
});

describe('Enter', () => {
  test('goes back as long as something is open', async () => {
    const { ports, all, key } = await bench();
    const [radio] = all('[name=account]');
    if (radio !== undefined) await key(radio, 'Enter');
    expect(ports.cancel.mock.calls).toEqual([['cancelled']]);
  });

  test('in a field confirms that field and nothing else', async () => {
    const { ports, find, type, key, phase, state } = await bench();
    const field = find<HTMLInputElement>('#answer-people');
    await type(field, '1234');
    await key(field, 'Enter');
    expect(state('people')).toBe('right');
    expect([phase(), ports.cancel.mock.calls.length]).toEqual(['asking', 0]);
  });

  test('that confirms the composition of a word does nothing', async () => {
    const { ports, find, type, key, state } = await bench();
    const field = find<HTMLInputElement>('#answer-people');
    await type(field, '１２３４');
    await key(field, 'Enter', { isComposing: true });
    expect([state('people'), ports.answer.mock.calls.length]).toEqual(['open', 0]);
  });

  test('neither sends nor goes back when everything is answered', async () => {
    const ports = fakeGatePorts();
    const one = await openBench({ ports });
    await answerPeople(one);
    await one.key(one.find('dialog'), 'Enter');
    expect([one.phase(), ports.cancel.mock.calls.length, ports.complete.mock.calls.length]).toEqual([
      'asking',
      0,
      0,
    ]);
  });

  test('that is held down presses nothing', async () => {
    const { find, ports, root } = await bench();
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat: true,
      cancelable: true,
      bubbles: true,
    });
    const { dispatch } = await import('../../support/trusted-events.ts');
    dispatch(find('.final'), held);
    expect(held.defaultPrevented).toBe(true);
    expect([ports.cancel.mock.calls.length, root.querySelector('dialog')?.open]).toEqual([0, true]);
  });
});

describe('the focus', () => {
  test('starts at the first open item', async () => {
    const { root, all } = await bench();
    expect(root.activeElement).toBe(all('[name=account]')[0]);
  });

  test('goes on to the next open item after a right answer', async () => {
    const { root, all, click, find } = await bench();
    const [radio] = all('[name=account]');
    radio?.focus();
    if (radio !== undefined) await click(radio);
    expect(root.activeElement).toBe(find('#answer-people'));
  });

  test('stays where it is when it is elsewhere by then', async () => {
    const { root, find, type, leave } = await bench();
    await type(find<HTMLInputElement>('#answer-people'), '1234');
    find('.disclosure').focus();
    await leave(find('#answer-people'));
    expect(root.activeElement).toBe(find('.disclosure'));
  });

  test('never starts on the button that sends', async () => {
    const ports = fakeGatePorts({ open: async () => sheetOf({ items: [{ name: 'test', seenAt: 1 }] }) });
    const { root, button, final } = await openBench({ ports });
    expect(final().getAttribute('aria-disabled')).toBe('false');
    expect(root.activeElement).toBe(button(inJapanese('gateBack')));
  });
});
