import { en } from '../../replica/manager/labels/en.ts';
import { ja } from '../../replica/manager/labels/ja.ts';
import type { ManagerLabels } from '../../replica/manager/labels/labels.ts';
import { th } from '../../replica/manager/labels/th.ts';
import { zh } from '../../replica/manager/labels/zh.ts';
import { messageCard } from '../editor-markup.ts';
import { make } from '../manager-markup.ts';
import type { EditorVariant } from './editor-variant.ts';
import { MARKUP_MUTATIONS } from './markup-mutations.ts';
import type { Mutation } from './page-variant.ts';

type EditorMutation = Mutation<EditorVariant>;

/** The labels that the editor's own texts are made of, always in the same order. */
function labelsOf({ actions, receivers, when, advanced, message, test, cancel, confirm }: ManagerLabels) {
  return [
    [actions.draft, actions.test, actions.send, receivers.title, receivers.all, receivers.narrowed],
    [when.title, when.now, when.later, advanced.title, advanced.voom, advanced.limit, advanced.abTest],
    [advanced.campaign, message.title, message.add, message.preview, test.self, test.everybody, cancel],
    [confirm.title, confirm.buttons.send, confirm.buttons.do],
  ].flat();
}

/** All of the page's own texts in another language; one in four is unknown. */
const translate: EditorMutation = {
  name: 'translate',
  apply({ root, people }, random) {
    const labels = random.next() < 3 / 4 ? random.pick([en, zh, th]) : null;
    const to = labels === null ? labelsOf(ja).map((_, n) => `vorto${n}`) : labelsOf(labels);
    const table = new Map(labelsOf(ja).map((label, n) => [label, to[n] ?? label]));
    const number = people.toLocaleString('en');
    table.set(`ターゲット推計 ${number}人`, labels?.receivers.estimate(number) ?? `vorto ${number}`);
    for (const text of textsIn(root)) text.data = table.get(text.data.trim()) ?? text.data;
    return true;
  },
};

/** The texts of a page, but for what somebody has typed. */
function textsIn(root: Element): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.parentElement?.localName !== 'textarea') texts.push(node);
  return texts;
}

/** A card of a kind that nobody has seen yet. */
const unknownBubbles: EditorMutation = {
  name: 'unknown bubbles',
  apply(variant, random) {
    const cards = variant.root.querySelectorAll('.card');
    const card = messageCard(make('div', { class: 'x-poll' }, make('h5', {}, 'アンケート')));
    const last = cards[cards.length - 1];
    if (last === undefined) return false;
    if (random.next() < 0.5) last.after(card);
    else last.before(card);
    variant.isReadable = false;
    return true;
  },
};

/** The fields for date and time stand elsewhere. */
const moveTime: EditorMutation = {
  name: 'move the time',
  apply({ root }, random) {
    const fields = [...root.querySelectorAll('input[type="date"], input[type="time"]')];
    const sections = [...root.querySelectorAll('main > :not(input)')];
    if (fields.length === 0 || sections.length === 0) return false;
    random.pick(sections).append(make('div', { class: 'x-when' }, ...fields));
    return true;
  },
};

/** Buttons are made of something else, of a tag with a role or of a custom tag. */
const otherButtons: EditorMutation = {
  name: 'change tags of buttons',
  apply({ root, marks }, random) {
    const tag = random.pick(['div', 'a', 'x-button', 'span']);
    for (const button of root.querySelectorAll('button')) {
      const other = document.createElement(tag);
      for (const name of button.getAttributeNames())
        other.setAttribute(name, button.getAttribute(name) ?? '');
      if (tag !== 'x-button') other.setAttribute('role', 'button');
      other.setAttribute('tabindex', '0');
      other.append(...button.childNodes);
      marks.move(button, other);
      button.replaceWith(other);
    }
    return true;
  },
};

export const EDITOR_MUTATIONS: readonly EditorMutation[] = [
  ...MARKUP_MUTATIONS,
  translate,
  unknownBubbles,
  moveTime,
  otherButtons,
];
