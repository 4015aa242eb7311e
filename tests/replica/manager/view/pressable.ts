import { switches } from '../active-switches.ts';
import { element } from '../dom.ts';
import { namesOf } from '../names.ts';
import type { PartName } from '../practice-manager-api.ts';
import { styleControls } from '../styles.ts';
import { registerPart } from './parts.ts';

export interface ButtonOptions {
  readonly label: string;
  /** Bootstrap's classes beside `btn`. */
  readonly classes: string;
  readonly part?: PartName;
  readonly disabled?: boolean;
  /** Makes a native button submit its form instead of calling `onPress`. */
  readonly submits?: boolean;
  readonly onPress: () => void;
}

const actions = new WeakMap<EventTarget, () => void>();

/**
 * A button in the form that the switches give it: native, in a custom tag with a shadow root, or a `div` with a role
 * that listens to Enter and Space itself. Answers what goes into the page.
 */
export function button(options: ButtonOptions): HTMLElement {
  const pressable = switches.classes === 'renamed' ? divButton(options) : nativeButton(options);
  pressable.className = namesOf(`btn ${options.classes}`);
  pressable.append(element('span', '', options.label));
  if (options.part !== undefined) registerPart(options.part, pressable);
  if (!(options.submits === true && pressable instanceof HTMLButtonElement)) listen(pressable, options);
  return switches.elements === 'plain' ? pressable : inShadow('oa-button', pressable);
}

/** Whether buttons can be native submit buttons of a form around them. */
export const buttonsCanSubmit = switches.elements === 'plain' && switches.classes === 'known';

/** Puts a control into a custom tag's shadow root, open or closed as the switches say. */
export function inShadow(tag: string, control: HTMLElement): HTMLElement {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: switches.elements === 'closed' ? 'closed' : 'open' });
  styleControls(root);
  root.append(control);
  return host;
}

/** What a press on something in this path should do; null where nothing can be pressed. */
export function actionIn(path: readonly EventTarget[]): (() => void) | null {
  for (const target of path) {
    const action = actions.get(target);
    if (action !== undefined) return action;
  }
  return null;
}

/** With the switch `capture` the page's first listener acts; into a closed root it cannot see. */
export const pressesAreCaptured = switches.capture === 'yes' && switches.elements !== 'closed';

function listen(pressable: HTMLElement, { onPress, disabled }: ButtonOptions): void {
  const act = () => {
    if (disabled !== true) onPress();
  };
  actions.set(pressable, act);
  if (!pressesAreCaptured) pressable.addEventListener('click', act);
}

function nativeButton({ disabled = false, submits = false }: ButtonOptions): HTMLElement {
  const made = document.createElement('button');
  made.type = submits && buttonsCanSubmit ? 'submit' : 'button';
  made.disabled = disabled;
  return made;
}

function divButton({ disabled = false }: ButtonOptions): HTMLElement {
  const made = document.createElement('div');
  made.setAttribute('role', 'button');
  made.tabIndex = 0;
  if (disabled) made.setAttribute('aria-disabled', 'true');
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    actions.get(made)?.();
  });
  return made;
}
