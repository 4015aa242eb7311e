import { ADDABLE_MANAGER_ANCHORS } from '../../domain/line-anchors.ts';
import { AnchorTable } from '../anchor-table.ts';

/**
 * Everything that Matta knows of the manager's markup, as data. Each anchor lists alternatives, the most trusted first; where
 * they were seen: docs/line-pages.md. Nobody has published the broadcast editor's markup, so most of these are roles and
 * native elements, which survive a new style sheet. The words are in words.ts. Selector strings stand nowhere else.
 */
export const anchors = {
  /** What can be pressed. A custom tag counts with a button's name or a place in the tab order. */
  pressable: [
    'button:not([role]), button[role="button"]',
    '[role="button"]',
    'input[type="submit"], input[type="button"]',
    'a:not([role])',
  ],
  /** On what is chosen and not pressed, whatever its label says. */
  chosen: ['[aria-pressed]', '[aria-selected]', '[aria-checked]'],
  disabled: [':disabled', '[aria-disabled="true"]'],
  /** Elements for which the browser itself makes a click of a key. */
  clickedByEnter: ['button', 'input', 'a[href]'],
  clickedBySpace: ['button', 'input'],
  /** What makes something of Enter itself, so that a dialog around it does not. */
  takesEnter: ['textarea', 'select', 'button', '[role="button"]', 'a[href]'],
  /** Where keys write and clicks choose. */
  field: ['textarea', 'input', 'select', '[contenteditable]:not([contenteditable="false"])'],
  /** Menus, tabs and lists of links: entries there have send words, too. */
  navigation: [
    'nav',
    '[role="navigation"]',
    '[role="tablist"]',
    '[role="menu"]',
    '[role="menubar"]',
    '[role="listbox"]',
    '[role="radiogroup"]',
  ],
  /** Bootstrap's name for the main button; other names for the same. */
  primary: ['.btn-primary', '[class*="primary"]', '[type="submit"]'],
  /** Roles first: class names are renamed sooner. */
  dialog: ['[role="dialog"], [role="alertdialog"]', 'dialog[open]', '[aria-modal="true"]', '.modal-dialog'],
  dialogTitle: ['.modal-title', 'h1, h2, h3, h4, h5, h6, [role="heading"]', '.modal-header'],
  /** What names a choice in a dialog. */
  choiceName: ['label', '[role="radio"]'],
  /** The account's name (2020/21, one author). */
  accountName: ['div#header-user', '#header-user', 'header [class*="account-name"]'],
  /** A part of the editor with its own heading. */
  section: ['section.form-group', 'section', 'fieldset', '.form-group'],
  /** What holds more than one thing. */
  region: ['section', 'fieldset', '.form-group', 'form', 'main', 'header', 'body'],
  sectionTitle: ['h1, h2, h3, h4, h5, h6', 'legend', '[role="heading"]', 'label'],
  /** The text of a message card. */
  messageText: ['textarea'],
  /** In a message card that is no text. */
  media: ['img', 'video', 'audio', 'canvas'],
  switch: ['input[type="checkbox"]', '[role="switch"]', '[role="checkbox"]'],
  radio: ['input[type="radio"]', '[role="radio"]'],
  date: ['input[type="date"]'],
  time: ['input[type="time"]'],
  number: ['input[type="number"]', 'input[inputmode="numeric"]'],
  /** Around a switch and its name. */
  label: ['label'],
  slot: ['slot'],
  /** Text of the page's code, its name, and of what is written in it. */
  noPageText: ['script', 'style', 'title', 'textarea'],
  /** Drawn, or said elsewhere: no part of a label. */
  unread: ['[aria-hidden="true"]', 'svg', 'script, style, template', 'i[class]'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ManagerAnchor = keyof typeof anchors;

/** The anchors with what a policy has added to them. */
export const managerAnchors = new AnchorTable<ManagerAnchor>(anchors, ADDABLE_MANAGER_ANCHORS);

/** A selector that matches whatever any alternative matches. */
export function anySelector(name: ManagerAnchor): string {
  return managerAnchors.any(name);
}

/** Which alternative of an anchor an element matches first; -1: none. */
export function alternativeOf(name: ManagerAnchor, element: Element): number {
  return managerAnchors.alternatives(name).findIndex((selector) => element.matches(selector));
}
