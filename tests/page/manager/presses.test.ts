// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { actionGroup, JAPANESE, make, showPage } from '../../support/manager-markup.ts';
import { click, press } from '../../support/trusted-events.ts';
import { EDITOR, openBench } from './manager-bench.ts';

const EVENTS = ['click', 'keydown', 'keyup', 'pointerdown', 'mousedown', 'touchend', 'dblclick', 'submit'];
let listening = new AbortController();

beforeEach(() => {
  showPage(EDITOR);
  listening.abort();
  listening = new AbortController();
});

/** An editor with its actions, and what the page itself hears. */
function openEditor(classes: 'known' | 'renamed' = 'known') {
  const bench = openBench();
  const actions = actionGroup(JAPANESE, { classes });
  document.body.append(actions.group);
  const heard: string[] = [];
  for (const type of EVENTS)
    document.addEventListener(type, () => heard.push(type), { capture: true, signal: listening.signal });
  return { bench, heard, ...actions };
}

const point = (target: Element, type: string) =>
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
const keyUp = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true, composed: true }));

describe('a press that is held', () => {
  test.each([
    ['by mouse', (send: HTMLElement) => click(send).defaultPrevented],
    [
      'by script',
      (send: HTMLElement) =>
        !send.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
    ],
  ])('%s never reaches the page', (_, pressIt) => {
    const { bench, heard, send } = openEditor();
    expect(pressIt(send)).toBe(true);
    expect(heard).toEqual([]);
    expect(bench.asked).toMatchObject([{ label: '配信', isFinal: false }]);
    expect(bench.asked[0]?.element).toBe(send);
  });

  test.each(['Enter', ' '])(
    'by the key "%s" on a button that is none never reaches the page, nor does the key’s end',
    (key) => {
      const { bench, heard, send } = openEditor('renamed');
      expect(press(send, key).defaultPrevented).toBe(true);
      press(send, key, { repeat: true });
      keyUp(send, key);
      keyUp(send, key);
      expect(heard).toEqual(['keyup']);
      expect(bench.asked).toHaveLength(1);
    },
  );

  test.each(['Enter', ' '])(
    'by the key "%s" on a real button is held as the click that the browser makes of it',
    (key) => {
      const { bench, heard, send } = openEditor();
      press(send, key);
      expect(bench.asked).toEqual([]);
      click(send);
      keyUp(send, key);
      expect(bench.asked).toHaveLength(1);
      expect(heard).toEqual(['keydown', 'keyup']);
    },
  );

  test('takes a double click’s second half with it, and what belongs to it', () => {
    const { bench, heard, send } = openEditor();
    click(send);
    for (const type of ['pointerdown', 'mousedown', 'touchend', 'click', 'dblclick']) point(send, type);
    expect(heard).toEqual([]);
    expect(bench.asked).toHaveLength(1);
  });

  test('takes nothing with it on other buttons, or later', () => {
    const { bench, heard, send, draft } = openEditor();
    click(send);
    for (const type of ['pointerdown', 'mousedown', 'click']) point(draft, type);
    bench.clock.advance(700);
    for (const type of ['pointerdown', 'mousedown', 'click']) point(send, type);
    expect(heard).toEqual(['pointerdown', 'mousedown', 'click', 'pointerdown', 'mousedown']);
    expect(bench.asked).toHaveLength(2);
  });

  test('is held if one listener of several says so', () => {
    const { bench, heard, send } = openEditor();
    bench.answer = 'pass';
    bench.page.onSendPress(() => 'hold', listening.signal);
    click(send);
    expect(heard).toEqual([]);
  });
});

describe('a press that passes', () => {
  test('is asked about once, though the browser and the page make several events of it', () => {
    const { bench, send, group } = openEditor('renamed');
    bench.answer = 'pass';
    const form = make('form');
    group.replaceWith(form);
    form.append(group);
    send.addEventListener('keydown', () => send.click());
    send.addEventListener('click', () => form.requestSubmit());
    const submitted = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', submitted);
    press(send, 'Enter');
    expect(submitted).toHaveBeenCalledTimes(1);
    expect(bench.asked).toHaveLength(1);
  });

  test.each(['hold', 'pass'] as const)('is one for as long as its key is down (%s)', (answer) => {
    const { bench, send } = openEditor('renamed');
    bench.answer = answer;
    press(send, 'Enter');
    for (let n = 0; n < 3; n++) {
      bench.clock.advance(700);
      expect(press(send, 'Enter', { repeat: true }).defaultPrevented).toBe(answer === 'hold');
    }
    expect(bench.asked).toHaveLength(1);
  });

  test('is asked about anew the next time', () => {
    const { bench, send, heard } = openEditor();
    bench.answer = 'pass';
    click(send);
    point(send, 'pointerdown');
    bench.answer = 'hold';
    click(send);
    expect(bench.asked).toHaveLength(2);
    expect(heard).toEqual(['click', 'pointerdown']);
  });

  test('does not let a later press by key or script pass', () => {
    const { bench, send } = openEditor('renamed');
    bench.answer = 'pass';
    press(send, 'Enter');
    press(send, 'Tab');
    click(send);
    press(send, 'Enter');
    point(send, 'pointerdown');
    click(send);
    expect(bench.asked).toHaveLength(4);
  });

  test('is left alone if Matta fails', () => {
    const { bench, send, heard } = openEditor();
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
    bench.page.onSendPress(() => {
      throw new Error('a mistake of ours');
    }, listening.signal);
    click(send);
    expect(heard).toEqual(['click']);
    expect(silent).toHaveBeenCalled();
    silent.mockRestore();
  });
});

describe('no press', () => {
  test.each([
    ['Enter that ends the input of letters', 'Enter', { isComposing: true }],
    ['Enter that only its code tells from that', 'Enter', { keyCode: 229 }],
    ['another key', 'a', {}],
  ])('is %s', (_, key, init) => {
    const { bench, send, heard } = openEditor('renamed');
    press(send, key, init);
    expect(bench.asked).toEqual([]);
    expect(heard).toEqual(['keydown']);
  });

  test('is Enter in a text, even inside something that can be pressed', () => {
    const { bench } = openEditor();
    const [text, field] = [make('textarea'), make('input', { type: 'text' })];
    document.body.append(make('oa-button' as 'div', { 'aria-label': '配信' }, text, field));
    press(text, 'Enter');
    press(field, 'Enter');
    expect(bench.asked).toEqual([]);
  });

  test('is heard after the end', () => {
    const { bench, send, heard } = openEditor();
    bench.ending.abort();
    click(send);
    expect(bench.asked).toEqual([]);
    expect(heard).toEqual(['click']);
  });
});
