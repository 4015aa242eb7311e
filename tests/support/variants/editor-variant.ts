import type { Random } from '../../replica/chat/model/random.ts';
import { type EditorSpec, makeEditor } from '../editor-markup.ts';
import { choice, make, makeButton, makeDialog, showPage } from '../manager-markup.ts';
import { Marks, type PageVariant } from './page-variant.ts';

export const ACCOUNT_NAME = 'ベーカリー こむぎ日和';

/** What a button of the editor does. `final`: sends, in LINE's dialog; `testFinal`: sends a test, in that for tests. */
export type EditorPart =
  | 'draft'
  | 'test'
  | 'send'
  | 'cancel'
  | 'final'
  | 'testFinal'
  | 'confirm'
  | 'testDialog';

/** An editor with a broadcast in it. Its dialogs are on the page until {@link takeDialogs} puts them away. */
export interface EditorVariant extends PageVariant {
  readonly spec: EditorSpec;
  readonly people: number;
  /** False once there is something in the broadcast that no text field holds. */
  isReadable: boolean;
}

const TEXTS = ['本日は15時から', 'クーポンは12月1日まで', '配信', '', '価格は1,200円\n2行目'];

/** What an element of the editor is for. */
class PartMark {
  readonly part: EditorPart;
  constructor(part: EditorPart) {
    this.part = part;
  }
}

/** An editor by chance, put into the document. */
export function makeEditorPage(random: Random): EditorVariant {
  const people = random.integer(1, 99_999);
  const spec: EditorSpec = {
    texts: Array.from({ length: random.integer(1, 3) }, () => random.pick(TEXTS)),
    audience: random.pick(['all', 'narrowed']),
    estimate: `ターゲット推計 ${people.toLocaleString('en')}人`,
    when: random.pick(['now', { date: '2026-12-01', time: '10:30' }]),
    nowAs: random.pick(['radio', 'checkbox']),
    voom: random.next() < 0.5,
    abTest: random.next() < 0.2,
    limit: random.next() < 0.2 ? random.integer(1, 5_000) : null,
  };
  const marks = new Marks();
  const marked = (part: EditorPart, element: HTMLElement) => {
    marks.set(element, new PartMark(part));
    return element;
  };
  const button = (part: EditorPart, label: string, look?: string) =>
    marked(part, makeButton(label, look).button);
  const user = make('div', { id: 'header-user' }, ACCOUNT_NAME);
  const actions = make(
    'div',
    { class: 'actions' },
    button('draft', '下書き保存'),
    button('test', 'テスト配信'),
    button('send', '配信', 'btn-primary'),
  );
  const confirm = makeDialog({
    title: 'メッセージを配信しますか？',
    buttons: [
      button('cancel', 'キャンセル'),
      button('final', random.pick(['配信', '配信する', 'OK']), 'btn-primary'),
    ],
  });
  const test = makeDialog({
    title: 'テスト配信',
    body: [
      choice('radio', '自分のみ', true, 'to'),
      choice('radio', 'すべての管理者と運用担当者', false, 'to'),
    ],
    buttons: [makeButton('キャンセル').button, button('testFinal', '配信', 'btn-primary')],
  });
  const dialogs = make('div', {}, marked('confirm', confirm), marked('testDialog', test));
  const root = make('div', { class: 'shell' }, make('header', {}, user), actions, makeEditor(spec), dialogs);
  for (const element of root.querySelectorAll('*')) element.setAttribute('data-v-7ba5bd90', '');
  showPage('/broadcast/create', root);
  return { root, marks, later: [], spec, people, isReadable: true };
}

/** The element that now does what a part does. */
export function elementFor({ marks, root }: EditorVariant, part: EditorPart): HTMLElement {
  const found = marks.find((mark) => mark instanceof PartMark && mark.part === part);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${part} in ${root.outerHTML}`);
  return found;
}

/** Puts the dialogs away. Answers how to show one, and how to close it. */
export function takeDialogs(variant: EditorVariant): Record<'confirm' | 'testDialog', () => () => void> {
  const taken = (part: 'confirm' | 'testDialog') => {
    const dialog = elementFor(variant, part);
    const place = document.createComment(part);
    dialog.replaceWith(place);
    return () => {
      place.replaceWith(dialog);
      return () => dialog.replaceWith(place);
    };
  };
  return { confirm: taken('confirm'), testDialog: taken('testDialog') };
}
