// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { actionGroup, make, makeDialog, showPage } from '../../support/manager-markup.ts';
import { click } from '../../support/trusted-events.ts';
import { EDITOR, goTo, haveNavigation, openBench } from './manager-bench.ts';

beforeEach(() => showPage(EDITOR));

/** An editor with its actions. */
function openEditor() {
  const actions = actionGroup();
  document.body.append(actions.group);
  return { bench: openBench(), ...actions };
}

describe('what was pressed last', () => {
  test('is told for two seconds, whatever it was, and only if a person did it', () => {
    const { bench, draft, send } = openEditor();
    expect(bench.page.lastPressedLabel()).toBeNull();
    click(draft);
    send.click();
    expect(bench.page.lastPressedLabel()).toBe('下書き保存');
    bench.clock.advance(2000);
    expect(bench.page.lastPressedLabel()).toBe('下書き保存');
    bench.clock.advance(1);
    expect(bench.page.lastPressedLabel()).toBeNull();
  });

  test('has no label if it shows none, or more than a label', () => {
    const { bench, draft } = openEditor();
    for (const content of ['', '配信'.repeat(40)]) {
      const button = make('button', {}, content);
      document.body.append(button);
      click(draft);
      click(button);
      expect(bench.page.lastPressedLabel()).toBeNull();
    }
  });

  test('is not what was pressed in Matta’s own dialog', () => {
    const { bench } = openEditor();
    const ours = make('button', {}, '送信する');
    document.body.append(make('matta-checklist' as 'div', {}, ours));
    click(ours);
    expect(bench.page.lastPressedLabel()).toBeNull();
  });

  test('has opened no dialog on another page', () => {
    haveNavigation();
    const { bench, send } = openEditor();
    bench.answer = 'pass';
    click(send);
    const ok = make('button', {}, 'OK');
    document.body.append(makeDialog({ title: 'お知らせ', buttons: [ok] }));
    goTo('/broadcast/edit/1');
    click(ok);
    expect(bench.asked).toHaveLength(1);
  });
});
