// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import {
  actionGroup,
  choice,
  JAPANESE,
  type ManagerShape,
  make,
  makeButton,
  makeDialog,
  showPage,
} from '../../support/manager-markup.ts';
import { askedAfter, EDITOR, SHAPES } from './manager-bench.ts';

beforeEach(() => showPage(EDITOR));

describe('a dialog', () => {
  const radios = () => [
    choice('radio', '自分のみ', true),
    choice('radio', 'すべての管理者と運用担当者', false),
  ];
  const buttonsOf = (label: string, shape: Partial<ManagerShape> = {}) => {
    const cancel = makeButton('キャンセル', 'btn-secondary', shape);
    const go = makeButton(label, 'btn-primary', shape);
    return { cancel: cancel.button, go: go.button, buttons: [cancel.outside, go.outside] };
  };

  test.each(SHAPES)('for tests never asks for a press, with %o', (shape) => {
    const { go, buttons } = buttonsOf('配信', shape);
    const mark = shape.classes === 'renamed' ? 'role' : 'both';
    document.body.append(makeDialog({ title: 'テスト配信', body: radios(), buttons, mark }));
    expect(askedAfter(go)).toEqual([]);
  });

  test.each([
    ['its title', makeTest('テスト配信', [])],
    ['an English title', makeTest('Send test', [])],
    ['its receivers', makeTest('配信', radios())],
    [
      'its spoken name',
      () => {
        const made = makeTest('', [])();
        made.dialog.setAttribute('aria-label', 'ส่งทดสอบ');
        return made;
      },
    ],
  ])('is known as one for tests by %s', (_, build) => {
    const { dialog, go } = build();
    document.body.append(dialog);
    expect(askedAfter(go)).toEqual([]);
  });

  function makeTest(title: string, body: readonly Node[]) {
    return () => {
      const { go, buttons } = buttonsOf('配信');
      return { dialog: makeDialog({ title, body, buttons, mark: 'role' }), go };
    };
  }

  test.each(['role', 'none'] as const)(
    'that a test button has opened is one for tests (marks: %s)',
    (mark) => {
      const actions = actionGroup();
      const { go, buttons } = buttonsOf('配信');
      document.body.append(actions.group, makeDialog({ title: '？', buttons, mark }));
      expect(askedAfter(actions.test, go)).toEqual([]);
    },
  );

  test('that asks before sending is the final step, whatever it is about to send', () => {
    const { go, cancel, buttons } = buttonsOf('配信');
    const body = [make('p', {}, 'テスト配信'), make('p', {}, 'テスト')];
    document.body.append(makeDialog({ title: 'メッセージを配信しますか？', body, buttons }));
    expect(askedAfter(cancel, go)).toEqual(['配信!']);
  });

  test.each(['配信する', '予約', 'OK', 'はい', 'ตกลง'])('that 配信 has opened is final with %s', (label) => {
    for (const shape of SHAPES) {
      const { group, send } = actionGroup(JAPANESE, shape);
      const { go, cancel, buttons } = buttonsOf(label, shape);
      document.body.replaceChildren(group, makeDialog({ title: '確認', buttons }));
      expect(askedAfter(send, cancel, go)).toEqual(['配信', `${label}!`]);
    }
  });

  test.each([
    ['nothing', () => []],
    [
      'a preview',
      ({ group }: { group: HTMLElement }) => {
        const preview = make('button', {}, 'プレビュー');
        group.after(preview);
        return [preview];
      },
    ],
    ['a draft', ({ draft }: { draft: HTMLElement }) => [draft]],
  ])('with a lone OK that %s has opened is none of ours', (_, before) => {
    const actions = actionGroup();
    const ok = make('button', { class: 'btn btn-primary' }, 'OK');
    document.body.append(actions.group, makeDialog({ title: 'お知らせ', buttons: [ok] }));
    expect(askedAfter(...before(actions), ok)).toEqual([]);
  });

  test('with two main buttons has no lone one', () => {
    const { group, send } = actionGroup();
    const [one, other] = ['A', 'B'].map((label) => make('button', { class: 'btn-primary' }, label));
    if (one === undefined || other === undefined) throw new Error('two buttons were made');
    document.body.append(group, makeDialog({ title: '確認', buttons: [one, other] }));
    expect(askedAfter(send, one, other)).toEqual(['配信']);
  });
});
