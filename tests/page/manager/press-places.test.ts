// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  actionGroup,
  choice,
  inRoot,
  make,
  makeButton,
  makeDialog,
  showPage,
} from '../../support/manager-markup.ts';
import { click, press } from '../../support/trusted-events.ts';
import { EDITOR, openBench } from './manager-bench.ts';

beforeEach(() => showPage(EDITOR));

describe('a form', () => {
  function openForm(...children: readonly HTMLElement[]) {
    const bench = openBench();
    const submitted = vi.fn((event: Event) => event.preventDefault());
    const text = make('input', { type: 'text' });
    const form = make('form', {}, text, ...children);
    form.addEventListener('submit', submitted);
    document.body.append(form);
    return { bench, form, submitted };
  }
  const submitButton = (label: string) => make('button', { type: 'submit' }, label);

  test.each([
    [
      'by a script that names the button',
      (form: HTMLFormElement) => form.requestSubmit(form.querySelector('button')),
    ],
    ['by a script that does not', (form: HTMLFormElement) => form.requestSubmit()],
  ])('that is submitted %s is held', (_, submit) => {
    const { bench, form, submitted } = openForm(submitButton('配信'));
    submit(form);
    expect(submitted).not.toHaveBeenCalled();
    expect(bench.asked).toMatchObject([{ label: '配信' }]);
  });

  test('that a script submits after a held press is asked about by itself', () => {
    const { bench, form, submitted } = openForm(submitButton('配信'));
    form.querySelector('button')?.click();
    bench.clock.advance(700);
    form.requestSubmit();
    expect(submitted).not.toHaveBeenCalled();
    expect(bench.asked).toHaveLength(2);
  });

  test('that is submitted by Enter is held by the click that the browser makes of it', () => {
    const { bench, form, submitted } = openForm(submitButton('配信'));
    form.querySelector('button')?.click();
    expect(submitted).not.toHaveBeenCalled();
    expect(bench.asked).toHaveLength(1);
  });

  test('whose submit button is hidden and says nothing is held by the button that sends', () => {
    const hidden = make('input', { type: 'submit', hidden: '' });
    const { bench, submitted } = openForm(
      makeButton('配信', 'btn-primary', { elements: 'closed' }).outside,
      hidden,
    );
    hidden.click();
    expect(submitted).not.toHaveBeenCalled();
    expect(bench.asked).toMatchObject([{ label: '配信' }]);
  });

  test('with buttons above and below is asked about once, by the one that was pressed', () => {
    const below = makeButton('配信', 'btn-primary', { classes: 'renamed' }).button;
    const { bench, form, submitted } = openForm(makeButton('配信').button, below);
    bench.answer = 'pass';
    below.addEventListener('click', () => form.requestSubmit());
    click(below);
    expect(submitted).toHaveBeenCalledTimes(1);
    expect(bench.asked).toHaveLength(1);
    expect(bench.asked[0]?.element).toBe(below);
  });

  test.each([
    ['saves a draft', submitButton('下書き保存')],
    ['has no button that sends', make('span')],
  ])('that %s is let through', (_, button) => {
    const { bench, form, submitted } = openForm(button);
    form.requestSubmit();
    expect(submitted).toHaveBeenCalledTimes(1);
    expect(bench.asked).toEqual([]);
  });
});

describe('Enter in a dialog', () => {
  function openDialog(title: string, ...body: readonly HTMLElement[]) {
    const bench = openBench();
    document.body.append(actionGroup().group);
    const heard: string[] = [];
    document.addEventListener('keydown', () => heard.push('keydown'), { capture: true });
    const ok = make('button', { class: 'btn-primary' }, '配信');
    const dialog = makeDialog({ title, body, buttons: [make('button', {}, 'キャンセル'), ok] });
    document.body.append(dialog);
    return { bench, heard, dialog, ok };
  }

  test('is a press on its main button, wherever the focus is', () => {
    const { bench, heard, dialog, ok } = openDialog(
      'メッセージを配信しますか？',
      choice('radio', '確認', true),
    );
    expect(press(dialog, 'Enter').defaultPrevented).toBe(true);
    expect(bench.asked).toMatchObject([{ label: '配信', isFinal: true }]);
    expect(bench.asked[0]?.element).toBe(ok);
    expect(heard).toEqual([]);
  });

  test('is none in a dialog of Matta’s own', () => {
    const { bench } = openDialog('確認');
    const ours = makeDialog({ title: '配信', buttons: [make('button', {}, '配信')] });
    document.body.append(make('matta-checklist' as 'div', {}, ours));
    press(ours, 'Enter');
    expect(bench.asked).toEqual([]);
  });

  test('is none in a test, in a text, or on something else that takes it', () => {
    const { bench, dialog } = openDialog('テスト配信');
    press(dialog, 'Enter');
    const text = make('textarea');
    const link = make('a', { href: '/help' }, 'ヘルプ');
    const { dialog: other } = openDialog('確認', text, link);
    for (const target of [text, link, ...other.querySelectorAll('button')]) press(target, 'Enter');
    press(other, ' ');
    expect(bench.asked).toEqual([]);
  });
});

describe('through shadow roots', () => {
  test.each(['open', 'closed'] as const)('keys are heard on a button in an %s root', (mode) => {
    const inner = make('div', { role: 'button', tabindex: '0' }, '配信');
    const host = inRoot(inner, mode);
    document.body.append(host);
    const bench = openBench();
    inner.focus();
    press(mode === 'open' ? inner : host, 'Enter');
    expect(bench.asked).toMatchObject([{ label: '配信' }]);
    expect(bench.asked[0]?.element).toBe(inner);
  });

  test('of several buttons in one closed root, the one with the focus is pressed', () => {
    const [draft, send] = [make('button', {}, '下書き保存'), make('button', {}, '配信')];
    document.body.append(inRoot(make('div', {}, draft, send), 'closed'));
    const bench = openBench();
    draft.focus();
    click(draft);
    expect(bench.asked).toEqual([]);
    send.focus();
    click(send);
    expect(bench.asked).toHaveLength(1);
    expect(bench.asked[0]?.element).toBe(send);
  });

  test('of several closed roots in a closed root, the one with the focus is pressed', () => {
    const [draft, send] = ['下書き保存', '配信'].map((label) =>
      makeButton(label, '', { elements: 'closed' }),
    );
    if (draft === undefined || send === undefined) throw new Error('two buttons were made');
    const group = inRoot(make('div', {}, draft.outside, send.outside), 'closed', 'oa-footer');
    document.body.append(group);
    const bench = openBench();
    for (const { button } of [draft, send]) {
      button.focus();
      click(group);
    }
    expect(bench.asked).toHaveLength(1);
    expect(bench.asked[0]?.element).toBe(send.button);
  });

  test('of a field and a button in one closed root, Enter in the field is no press', () => {
    const field = make('input', { type: 'text' });
    const host = inRoot(make('div', {}, field, make('button', {}, '配信')), 'closed', 'oa-button');
    document.body.append(host);
    const bench = openBench();
    field.focus();
    press(field, 'Enter');
    expect(bench.asked).toEqual([]);
  });
});
