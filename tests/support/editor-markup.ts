import { choice, inRoot, type ManagerShape, make } from './manager-markup.ts';

/** What the editor shows, in its 2024 form unless said otherwise. */
export interface EditorSpec {
  readonly texts?: readonly string[];
  readonly audience?: 'all' | 'narrowed';
  /** The text with the estimate; null for none. */
  readonly estimate?: string | null;
  readonly when?: 'now' | { readonly date: string; readonly time: string };
  /** 2019: a tick box that is cleared to choose a time. */
  readonly nowAs?: 'radio' | 'checkbox';
  readonly voom?: boolean;
  readonly abTest?: boolean;
  readonly limit?: number | null;
  readonly elements?: ManagerShape['elements'];
}

/** The sections of the editor, without its actions. */
export function makeEditor(spec: EditorSpec = {}): HTMLElement {
  const { texts = ['本日は15時から'], elements = 'plain' } = spec;
  const boxed = (label: string, checked: boolean) => {
    const box = choice('checkbox', label, checked);
    return elements === 'plain' ? box : inRoot(box, elements, 'shared-switch');
  };
  const cards = texts.map((text) => messageCard(textField(text)));
  return make(
    'main',
    {},
    receivers(spec),
    times(spec, boxed),
    advanced(spec, boxed),
    section('メッセージ', ...cards, make('button', {}, '追加'), make('button', {}, 'プレビュー')),
  );
}

/** A card of a bubble with its formats above what it holds. */
export function messageCard(...content: readonly HTMLElement[]): HTMLElement {
  const formats = ['la-font', 'la-smile', 'la-image', 'la-ticket-alt'].map((icon) =>
    make('button', { class: 'btn-icon' }, make('i', { class: `las ${icon}` })),
  );
  const head = make('div', { class: 'card-header' }, ...formats);
  return make('div', { class: 'card' }, head, make('div', { class: 'card-body' }, ...content));
}

function textField(text: string): HTMLTextAreaElement {
  const field = make('textarea', { maxlength: '500' });
  field.value = text;
  return field;
}

export function section(title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return make('section', { class: 'form-group' }, make('h3', {}, title), ...children);
}

function receivers({ audience = 'all', estimate = 'ターゲット推計 842人' }: EditorSpec): HTMLElement {
  const toggle = make(
    'div',
    { class: 'btn-group' },
    choice('radio', 'すべての友だち', audience === 'all', 'audience'),
    choice('radio', '絞り込み', audience === 'narrowed', 'audience'),
  );
  return section('配信先', toggle, ...(estimate === null ? [] : [make('p', {}, estimate)]));
}

type Boxed = (label: string, checked: boolean) => HTMLElement;

function times({ when = 'now', nowAs = 'radio' }: EditorSpec, boxed: Boxed): HTMLElement {
  const isNow = when === 'now';
  const [date, time] = [make('input', { type: 'date' }), make('input', { type: 'time' })];
  date.value = when === 'now' ? '' : when.date;
  time.value = when === 'now' ? '' : when.time;
  const later = [make('span', {}, '日時を指定'), date, time];
  if (nowAs === 'checkbox') return section('配信日時', boxed('今すぐ配信', isNow), ...later);
  return section(
    '配信日時',
    choice('radio', '今すぐ配信', isNow, 'when'),
    choice('radio', '', !isNow, 'when'),
    ...later,
  );
}

function advanced({ voom = false, abTest = false, limit = null }: EditorSpec, boxed: Boxed): HTMLElement {
  const number = make('input', { type: 'number' });
  number.value = limit === null ? '' : String(limit);
  const limited = make('div', {}, boxed('配信メッセージ数の上限を指定', limit !== null), number);
  return section(
    '高度な設定',
    boxed('LINE VOOMに投稿', voom),
    limited,
    boxed('A/Bテストを作成', abTest),
    boxed('キャンペーンを設定', false),
  );
}
