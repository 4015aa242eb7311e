import type { OpenRoot } from '../../src/line/manager/roots.ts';

/** Small builders of the manager's likely element tree (docs/line-pages.md), with its alternatives as options. */

/** How the page makes its buttons and switches. */
export interface ManagerShape {
  readonly elements: 'plain' | 'open' | 'closed';
  /** `renamed`: hashed class names, and buttons are `div`s with a role. */
  readonly classes: 'known' | 'renamed';
}

const PLAIN: ManagerShape = { elements: 'plain', classes: 'known' };

export interface Words {
  readonly draft: string;
  readonly test: string;
  readonly send: string;
}

export const JAPANESE: Words = { draft: '下書き保存', test: 'テスト配信', send: '配信' };

const closedRoots = new WeakMap<Element, ShadowRoot>();

/** Opens closed roots as the browser lets extensions do. */
export const openEveryRoot: OpenRoot = (element) => element.shadowRoot ?? closedRoots.get(element) ?? null;

/** An element from a tag with classes, as in `button.btn.btn-primary`, attributes, and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What goes into the page, and what is pressed in it. */
export interface MadeButton {
  readonly outside: HTMLElement;
  readonly button: HTMLElement;
}

/** A button in the page's own form. */
export function makeButton(
  label: string,
  look = 'btn-secondary',
  shape: Partial<ManagerShape> = {},
): MadeButton {
  const { elements, classes } = { ...PLAIN, ...shape };
  const button =
    classes === 'renamed'
      ? make('div', { role: 'button', tabindex: '0', class: 'x1f9 x77a' }, make('span', {}, label))
      : make('button', { type: 'button', class: `btn ${look}` }, make('i', { class: 'las la-bell' }), label);
  return { outside: elements === 'plain' ? button : inRoot(button, elements), button };
}

/** Puts an element into a custom tag's root. */
export function inRoot(inner: HTMLElement, mode: 'open' | 'closed', tag = 'oa-button'): HTMLElement {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode });
  root.append(inner);
  closedRoots.set(host, root);
  return host;
}

export interface ActionGroup {
  readonly group: HTMLElement;
  readonly draft: HTMLElement;
  readonly test: HTMLElement;
  readonly send: HTMLElement;
}

/** 下書き保存, テスト配信 and 配信, side by side. */
export function actionGroup(words: Words = JAPANESE, shape: Partial<ManagerShape> = {}): ActionGroup {
  const draft = makeButton(words.draft, 'btn-secondary', shape);
  const test = makeButton(words.test, 'btn-secondary', shape);
  const send = makeButton(words.send, 'btn-primary', shape);
  const group = make('div', { class: 'actions' }, draft.outside, test.outside, send.outside);
  return { group, draft: draft.button, test: test.button, send: send.button };
}

export interface DialogSpec {
  readonly title: string;
  readonly body?: readonly (Node | string)[];
  readonly buttons: readonly HTMLElement[];
  /** `role`: no class name says that it is a dialog. */
  readonly mark?: 'both' | 'role' | 'none';
}

/** A modal dialog as Bootstrap makes it. */
export function makeDialog({ title, body = [], buttons, mark = 'both' }: DialogSpec): HTMLElement {
  const known = mark === 'both';
  const head = known
    ? make('h5', { class: 'modal-title' }, title)
    : make('div', { class: 'x9ab' }, make('span', {}, title));
  const content = make('div', {}, head, make('div', {}, ...body), make('div', {}, ...buttons));
  const frame = make('div', known ? { class: 'modal-dialog' } : {}, content);
  return make('div', mark === 'none' ? {} : { role: 'dialog', class: known ? 'modal show' : 'x3' }, frame);
}

/** A radio button or tick box with its label. */
export function choice(
  type: 'radio' | 'checkbox',
  label: string,
  checked: boolean,
  name: string = type,
): HTMLElement {
  const input = make('input', { type, name });
  input.checked = checked;
  return make('label', { class: 'btn' }, input, make('span', {}, label));
}

/** Shows a page under an address of the account `@demo`. */
export function showPage(path: string, ...children: readonly (Node | string)[]): void {
  history.replaceState(null, '', `/account/@demo${path}`);
  document.body.replaceChildren(...children);
}
