// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { startGuardSign } from '../../src/features/guard-sign/guard-sign.ts';
import '../support/dom-stand-ins.ts';
import { inJapanese } from '../support/feature-bench.ts';
import { managerBench } from '../support/manager-bench.ts';

function sign(prepare: (bench: ReturnType<typeof managerBench>) => void = () => {}) {
  const bench = managerBench();
  prepare(bench);
  bench.start(startGuardSign);
  return bench;
}

const hosts = () => [...document.querySelectorAll<HTMLElement>('matta-sign')];
const button = () => hosts()[0]?.shadowRoot?.querySelector('button') ?? null;
const shown = () => [hosts()[0]?.dataset['state'], button()?.textContent];
const panelHost = () => document.querySelector('matta-sign-explanation');
const panel = () => panelHost()?.shadowRoot ?? null;
const explained = () => [...(panel()?.querySelectorAll('p') ?? [])].map((text) => text.textContent);

describe('the sign', () => {
  test('is on pages where broadcasts are written or listed, and on no other', () => {
    const { page } = sign();
    expect(shown()).toEqual(['guarding', inJapanese('gateSignGuarding')]);
    page.go('list');
    expect(hosts()).toHaveLength(1);
    page.go('other');
    expect(hosts()).toEqual([]);
    page.go('editor');
    expect(hosts()).toHaveLength(1);
  });

  test('takes its place beside the page, not in it', () => {
    sign();
    expect(hosts()[0]?.parentElement).toBe(document.documentElement);
    expect(document.body.querySelector('matta-sign')).toBeNull();
  });

  test.each([
    { network: 'enforce', lock: 'enforce', state: 'guarding', key: 'gateSignGuarding' },
    { network: 'off', lock: 'enforce', state: 'guarding', key: 'gateSignGuarding' },
    { network: 'enforce', lock: 'observe', state: 'guarding', key: 'gateSignGuarding' },
    { network: 'observe', lock: 'observe', state: 'off', key: 'gateSignObserving' },
    { network: 'off', lock: 'observe', state: 'off', key: 'gateSignObserving' },
    { network: 'off', lock: 'off', state: 'off', key: 'gateSignOff' },
  ] as const)('says $key when the page is set to $network and the lock to $lock', (row) => {
    const { settings } = sign();
    settings.change({ network: row.network, lock: row.lock });
    expect(shown()).toEqual([row.state, inJapanese(row.key)]);
  });

  test('does not count the listener for presses, which never decides', () => {
    const { settings } = sign();
    settings.change({ network: 'off', lock: 'off', button: 'enforce' });
    expect(shown()[0]).toBe('off');
  });

  test.each(['degraded', 'lost'] as const)(
    'is unsure on a page that is %s, and sure again after',
    (state) => {
      const { page } = sign();
      page.tellHealth(state, 'editor-not-recognised');
      expect(shown()).toEqual(['unsure', inJapanese('gateSignUnsure')]);
      page.tellHealth('healthy');
      expect(shown()[0]).toBe('guarding');
    },
  );

  test('is unsure on a page that was there before Matta', () => {
    sign(({ gate }) => {
      gate.connected = false;
    });
    expect(shown()[0]).toBe('unsure');
  });

  test('counts on the default, which holds everything, until the settings have come', () => {
    const { settings } = sign(({ settings }) => {
      settings.inForce = null;
    });
    expect(shown()[0]).toBe('guarding');
    settings.change({ network: 'off', lock: 'off' });
    expect(shown()[0]).toBe('off');
  });

  test('is the same element while it says something else, and in another language', () => {
    const { page, settings } = sign();
    const [before] = hosts();
    page.tellHealth('degraded', 'editor-not-recognised');
    settings.change({}, (key) => `English ${key}`);
    expect(hosts()).toEqual([before]);
    expect(button()?.textContent).toBe('English gateSignUnsure');
  });

  test('goes with its feature', () => {
    const { page, end } = sign();
    button()?.click();
    end();
    page.go('list');
    page.tellHealth('lost', 'editor-not-recognised');
    expect(hosts()).toEqual([]);
    expect(panelHost()).toBeNull();
  });
});

describe('pressing the sign', () => {
  test.each([
    ['guarding', () => {}, ['gateSignGuardingText']],
    [
      'not recognised',
      ({ page }) => page.tellHealth('degraded', 'editor-not-recognised'),
      ['noticeEditorNotRecognised'],
    ],
    [
      'observing',
      ({ settings }) => settings.change({ network: 'observe', lock: 'off' }),
      ['gateSignObservingText'],
    ],
    ['off', ({ settings }) => settings.change({ network: 'off', lock: 'off' }), ['gateSignOffText']],
  ] as const satisfies readonly (readonly [
    string,
    (bench: ReturnType<typeof managerBench>) => void,
    readonly string[],
  ])[])(
    'explains what Matta does when it is %s, what it cannot, and where the settings are',
    (_, make, keys) => {
      make(sign());
      button()?.click();
      expect(button()?.getAttribute('aria-expanded')).toBe('true');
      expect(explained()).toEqual(
        [...keys, 'gateSignNotCovered' as const, 'gateSignWhere' as const].map((key) => inJapanese(key)),
      );
    },
  );

  test('asks to reload a page that was there before Matta', () => {
    sign(({ gate }) => {
      gate.connected = false;
    });
    button()?.click();
    expect(explained()[0]).toBe(inJapanese('noticePageNotHooked'));
  });

  test('again closes the explanation, and so does its own button; the focus goes back', () => {
    sign();
    button()?.click();
    button()?.click();
    expect(panelHost()).toBeNull();
    button()?.click();
    panel()?.querySelector<HTMLElement>('button')?.click();
    expect(panelHost()).toBeNull();
    expect(document.activeElement).toBe(hosts()[0]);
    expect(button()?.getAttribute('aria-expanded')).toBe('false');
  });

  test('closes what was explained when it does not hold any more, and leaves a writer where they are', () => {
    const { page } = sign();
    const field = document.createElement('textarea');
    document.body.append(field);
    button()?.click();
    field.focus();
    page.tellHealth('degraded', 'editor-not-recognised');
    expect(panelHost()).toBeNull();
    expect(document.activeElement).toBe(field);
  });
});
