import { element, icon, withAttributes } from '../dom.ts';
import { labels } from '../locale.ts';
import { type Bubble, LONGEST_TEXT } from '../model/form.ts';
import type { BubbleFormat } from '../practice-manager-api.ts';
import { pictureOf } from './dialogs.ts';

export interface BubbleEvents {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onWrite: (text: string) => void;
  readonly onFormat: (format: BubbleFormat) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

const ICONS: Readonly<Record<BubbleFormat, string>> = {
  text: 'las la-font',
  image: 'las la-image',
  coupon: 'las la-ticket-alt',
  sticker: 'las la-smile',
};
const FORMATS: readonly BubbleFormat[] = ['text', 'sticker', 'image', 'coupon'];

/** One bubble: its formats, its content, and what can be done with it. */
export function bubbleCard(bubble: Bubble, events: BubbleEvents): HTMLElement {
  const formats = FORMATS.map((format) => formatButton(format, bubble, events));
  /** Once something is typed, the other formats are locked until it is deleted. */
  const lock = (text: string) => {
    for (const one of formats) one.disabled = text !== '';
  };
  lock(bubble.text);
  const { message } = labels;
  const tools = [
    toolButton('las la-angle-up', message.up, events.isFirst, () => events.onMove(-1)),
    toolButton('las la-angle-down', message.down, events.isLast, () => events.onMove(1)),
    toolButton('las la-times', message.remove, false, events.onRemove),
  ];
  const head = element(
    'div',
    'card-header',
    element('div', 'formats', ...formats),
    element('div', 'tools', ...tools),
  );
  const write = (text: string) => {
    lock(text);
    events.onWrite(text);
  };
  const content = bubble.format === 'text' ? textContent(bubble.text, write) : [pictureOf(bubble)];
  return element('div', 'card', head, element('div', 'card-body', ...content));
}

function textContent(text: string, onWrite: (text: string) => void): readonly HTMLElement[] {
  const { placeholder, emoji } = labels.message;
  const area = withAttributes(element('textarea', 'form-control'), {
    rows: '5',
    name: 'text',
    maxlength: String(LONGEST_TEXT),
    placeholder,
    'aria-label': placeholder,
  });
  area.value = text;
  const counter = element('span', 'counter');
  const changed = () => {
    counter.textContent = `${area.value.length}/${LONGEST_TEXT}`;
  };
  const written = () => {
    changed();
    onWrite(area.value);
  };
  area.addEventListener('input', written);
  changed();
  const smile = toolButton('las la-smile', emoji, false, () => {
    area.setRangeText('😊', area.selectionStart, area.selectionEnd, 'end');
    written();
  });
  return [area, element('div', 'card-foot', smile, counter)];
}

function formatButton(format: BubbleFormat, bubble: Bubble, { onFormat }: BubbleEvents): HTMLButtonElement {
  const made = toolButton(ICONS[format], labels.message.formats[format], false, () => onFormat(format));
  made.setAttribute('aria-pressed', String(format === bubble.format));
  return made;
}

function toolButton(
  classes: string,
  label: string,
  disabled: boolean,
  onPress: () => void,
): HTMLButtonElement {
  const made = withAttributes(element('button', 'btn-icon', icon(classes)), {
    type: 'button',
    title: label,
    'aria-label': label,
  });
  made.disabled = disabled;
  made.addEventListener('click', onPress);
  return made;
}
