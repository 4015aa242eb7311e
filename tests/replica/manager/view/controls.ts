import { switches } from '../active-switches.ts';
import { element, withAttributes } from '../dom.ts';
import { inShadow } from './pressable.ts';

let ids = 0;

/** A tick box; in a custom tag with a shadow root where the switches say so. */
export function checkbox(label: string, checked: boolean, onChange: (checked: boolean) => void): HTMLElement {
  const made = choice('checkbox', 'custom-checkbox', label, checked);
  made.input.addEventListener('change', () => onChange(made.input.checked));
  return switches.elements === 'plain' ? made.element : inShadow('shared-switch', made.element);
}

/** One of several; `group` is the name that they share. */
export function radio(group: string, label: string, checked: boolean, onChoose: () => void): HTMLElement {
  const made = choice('radio', 'custom-radio', label, checked);
  made.input.name = group;
  made.input.addEventListener('change', onChoose);
  return made.element;
}

/** One half of a two-way toggle in a `btn-group`. */
export function toggle(group: string, label: string, checked: boolean, onChoose: () => void): HTMLElement {
  const input = withAttributes(element('input'), { type: 'radio', name: group });
  input.checked = checked;
  input.addEventListener('change', onChoose);
  const classes = checked ? 'btn btn-outline-primary active' : 'btn btn-outline-primary';
  return element('label', classes, input, element('span', '', label));
}

export interface FieldOptions {
  readonly type: 'text' | 'date' | 'time' | 'number';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly onInput: (value: string) => void;
}

/** An input with its label in front of it, or as its placeholder. */
export function field({ type, name, label, value, disabled = false, onInput }: FieldOptions): HTMLElement {
  const input = withAttributes(element('input', 'form-control'), { type, name, 'aria-label': label });
  if (type === 'text') input.placeholder = label;
  input.value = value;
  input.disabled = disabled;
  input.addEventListener('input', () => onInput(input.value));
  return input;
}

/** A part of the editor under its own heading. */
export function section(title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element('section', 'form-group', element('h3', 'section-title', title), ...children);
}

function choice(type: 'checkbox' | 'radio', kind: string, text: string, checked: boolean) {
  ids += 1;
  const input = withAttributes(element('input', 'custom-control-input'), { type, id: `control-${ids}` });
  input.checked = checked;
  const label = withAttributes(element('label', 'custom-control-label', text), { for: input.id });
  return { element: element('div', `custom-control ${kind}`, input, label), input };
}
