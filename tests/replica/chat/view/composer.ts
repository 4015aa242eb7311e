import { element, setAttributes, withId } from '../dom.ts';
import { labels, shop } from '../locale.ts';
import type { Content } from '../model/message.ts';
import { namesOf } from '../names.ts';
import { icon } from './icon.ts';
import { openMenu } from './menu.ts';
import { TextareaEx } from './textarea-ex.ts';

export interface ComposerEvents {
  readonly onSend: (content: Content) => void;
}

/** Where the operator writes: LINE's text element, a toolbar and the send button. */
export class Composer {
  readonly element: HTMLElement;
  readonly #events: ComposerEvents;
  readonly #editor: TextareaEx;
  readonly #submit = element('input', 'btn btn-sm btn-primary');
  readonly #file = element('input');
  #enterSends = true;

  constructor(events: ComposerEvents) {
    this.#events = events;
    if (customElements.get('textarea-ex') === undefined) customElements.define('textarea-ex', TextareaEx);
    this.#editor = withId(new TextareaEx(), 'editor');
    this.#editor.className = namesOf('p-2 text-break border-0');
    setAttributes(this.#editor.input, {
      placeholder: labels.composer.placeholder,
      'aria-label': labels.composer.placeholder,
    });
    this.#editor.input.addEventListener('keydown', (event) => this.#onKey(event));
    setAttributes(this.#submit, { type: 'submit', value: labels.composer.send });
    this.#submit.addEventListener('click', () => this.#send());
    setAttributes(this.#file, { type: 'file', hidden: '', 'aria-label': labels.composer.file });
    this.#file.addEventListener('change', () => this.#sendFile());
    const unit = withId(element('div', 'editor-area'), 'editable-unit');
    unit.append(this.#editor, element('div', 'editor-toolbar', this.#tools(), this.#sendGroup()));
    this.element = element('div', 'border-top flex-grow-0 flex-shrink-0 bg-white position-relative', unit);
  }

  clear(): void {
    this.#editor.input.value = '';
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !this.#enterSends) return;
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const text = this.#editor.input.value.trim();
    if (text === '') return;
    this.clear();
    this.#events.onSend({ type: 'text', text });
    this.#editor.focus();
  }

  #sendFile(): void {
    const chosen = this.#file.files?.[0];
    if (chosen === undefined) return;
    this.#events.onSend({
      type: 'file',
      name: chosen.name,
      kilobytes: Math.max(1, Math.round(chosen.size / 1024)),
    });
    this.#file.value = '';
  }

  #tools(): HTMLElement {
    const canned = tool('lar la-chat-plus', labels.composer.canned);
    canned.addEventListener('click', () => this.#chooseCanned(canned));
    const sticker = tool('lar la-smile', labels.composer.sticker);
    sticker.addEventListener('click', () => this.#events.onSend({ type: 'sticker', picture: 'smile' }));
    const file = tool('lar la-paperclip', labels.composer.file);
    file.addEventListener('click', () => this.#file.click());
    const call = tool('lar la-chat-phone la-fw la-lg', labels.composer.call);
    return element('div', 'editor-tools', canned, sticker, file, call, this.#file);
  }

  #sendGroup(): HTMLElement {
    const toggle = element(
      'button',
      'btn btn-sm btn-primary dropdown-toggle dropdown-toggle-split',
      icon('fas fa-caret-up'),
    );
    setAttributes(toggle, { type: 'button', 'aria-label': labels.composer.sendOptions });
    toggle.addEventListener('click', () => this.#chooseEnter(toggle));
    return element('div', 'send-group btn-group', this.#submit, toggle);
  }

  #chooseCanned(button: Element): void {
    openMenu(
      button,
      shop.canned.map((text) => ({
        label: text,
        choose: () => {
          this.#editor.input.value = text;
          this.#editor.focus();
        },
      })),
    );
  }

  #chooseEnter(button: Element): void {
    const item = (label: string, sends: boolean) => ({
      label,
      checked: this.#enterSends === sends,
      choose: () => {
        this.#enterSends = sends;
      },
    });
    openMenu(button, [item(labels.composer.enterSends, true), item(labels.composer.enterBreaks, false)]);
  }
}

function tool(classes: string, title: string): HTMLElement {
  const link = element('a', 'editor-tool', icon(classes));
  setAttributes(link, { href: '#', role: 'button', title, 'aria-label': title });
  link.addEventListener('click', (event) => event.preventDefault());
  return link;
}
