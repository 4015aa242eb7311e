// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Broadcast } from '../../../src/domain/broadcast/broadcast.ts';
import { type EditorSpec, makeEditor, messageCard } from '../../support/editor-markup.ts';
import { choice, inRoot, make, makeDialog, showPage } from '../../support/manager-markup.ts';
import { EDITOR, openBench } from './manager-bench.ts';

beforeEach(() => showPage(EDITOR));

function shown(editor: HTMLElement): Broadcast | null {
  document.body.replaceChildren(editor);
  return openBench().page.shownBroadcast();
}

const bubble = (text: string) => ({ kind: 'text', text, name: null, links: [], key: null });
const everybody = { kind: 'all', name: null, target: '', limit: null };

describe('the broadcast that the editor shows', () => {
  test('is read with all its parts', () => {
    expect(shown(makeEditor())).toEqual({
      account: '@demo',
      schedule: { kind: 'now' },
      audience: everybody,
      bubbles: [bubble('本日は15時から')],
      voom: false,
      abTest: false,
      readable: true,
    });
  });

  const cases: readonly (readonly [string, EditorSpec, Partial<Record<keyof Broadcast, unknown>>])[] = [
    [
      'several bubbles',
      { texts: ['一', ' 二\n', ''] },
      { bubbles: [bubble('一'), bubble(' 二\n'), bubble('')] },
    ],
    ['a narrowed audience', { audience: 'narrowed' }, { audience: { ...everybody, kind: 'narrowed' } }],
    ['a limit', { limit: 500 }, { audience: { ...everybody, limit: 500 } }],
    ['VOOM', { voom: true }, { voom: true }],
    ['an A/B test', { abTest: true }, { abTest: true }],
    [
      'a time',
      { when: { date: '2026-12-01', time: '10:00' } },
      { schedule: { kind: 'at', at: Date.parse('2026-12-01T10:00:00+09:00') } },
    ],
    [
      'a time in the form of 2019',
      { nowAs: 'checkbox', when: { date: '2026-12-01', time: '00:05' } },
      { schedule: { kind: 'at', at: Date.parse('2026-12-01T00:05:00+09:00') } },
    ],
    ['now in the form of 2019', { nowAs: 'checkbox' }, { schedule: { kind: 'now' } }],
  ];

  test.each(cases)('has %s', (_, spec, expected) => {
    for (const elements of ['plain', 'open', 'closed'] as const)
      expect(shown(makeEditor({ ...spec, elements })), elements).toMatchObject(expected);
  });

  test.each(['open', 'closed'] as const)('is read when all of it lies in an %s root', (mode) => {
    expect(shown(inRoot(makeEditor(), mode, 'oa-app'))).toMatchObject({
      bubbles: [bubble('本日は15時から')],
    });
  });

  test('is not what a dialog shows', () => {
    const editor = makeEditor();
    const body = [choice('radio', '今すぐ配信', false), make('textarea'), make('input', { type: 'date' })];
    editor.append(makeDialog({ title: '確認', body, buttons: [] }));
    expect(shown(editor)).toMatchObject({ bubbles: [bubble('本日は15時から')] });
  });
});

describe('nothing is shown for sure', () => {
  const without = (selector: string, spec: EditorSpec = {}) => {
    const editor = makeEditor(spec);
    for (const found of editor.querySelectorAll(selector)) found.remove();
    return editor;
  };
  const withMore = (more: Node, spec: EditorSpec = {}) => {
    const editor = makeEditor(spec);
    editor.querySelector('section:last-child .card')?.after(more);
    return editor;
  };
  const later = { when: { date: '2026-12-01', time: '10:00' } } as const;

  test.each([
    ['without text', () => without('textarea')],
    ['with a picture', () => withMore(messageCard(make('img')))],
    ['with a picture beside a text', () => withMore(messageCard(make('textarea'), make('img')))],
    ['with a card of another kind', () => withMore(messageCard(make('div', {}, 'クーポン')))],
    [
      'with a card of another kind and other class',
      () => {
        const other = messageCard(make('div', {}, 'クーポン'));
        other.className = 'card card-coupon';
        return withMore(other);
      },
    ],
    [
      'with texts in two places',
      () => {
        const editor = makeEditor();
        editor.querySelector('section')?.append(make('textarea'));
        return editor;
      },
    ],
    ['with a text that is too long', () => makeEditor({ texts: ['あ'.repeat(5001)] })],
    ['without the choice of receivers', () => without('[name=audience]')],
    [
      'with neither receivers chosen',
      () => {
        const editor = makeEditor();
        for (const radio of editor.querySelectorAll<HTMLInputElement>('[name=audience]'))
          radio.checked = false;
        return editor;
      },
    ],
    ['without the switch for VOOM', () => without('section:nth-child(3) label:first-of-type')],
    ['with two switches for VOOM', () => withMore(choice('checkbox', 'LINE VOOMに投稿', true))],
    ['without the switches', () => without('[type=checkbox]')],
    ['with two ways to say now', () => withMore(choice('checkbox', '今すぐ配信', true))],
    [
      'with neither time chosen',
      () => {
        const editor = makeEditor();
        for (const radio of editor.querySelectorAll<HTMLInputElement>('[name=when]')) radio.checked = false;
        return editor;
      },
    ],
    ['without a date', () => without('[type=date]', later)],
    ['with two dates', () => withMore(make('input', { type: 'date' }), later)],
    ['with an empty time', () => makeEditor({ when: { date: '2026-12-01', time: '' } })],
    [
      'with a limit without a number',
      () => {
        const editor = makeEditor({ limit: 5 });
        for (const field of editor.querySelectorAll<HTMLInputElement>('[type=number]')) field.value = '';
        return editor;
      },
    ],
  ])('%s', (_, build) => {
    expect(shown(build())).toBeNull();
  });

  test.each(['/broadcast', '/setting'])('at %s', (path) => {
    showPage(path);
    expect(shown(makeEditor())).toBeNull();
  });

  test('without an account in the address', () => {
    history.replaceState(null, '', '/account/demo/broadcast/create');
    expect(shown(makeEditor())).toBeNull();
  });
});
