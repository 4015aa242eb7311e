import { build } from '../../ui/build.ts';
import { openPanel, type Panel } from '../../ui/panel.ts';
import hostCss from '../../ui/shadow-host.css?inline';
import { sheetOf } from '../../ui/sheet-of.ts';
import type { GuardState } from '../guard-state.ts';
import signCss from './sign.css?inline';
import explanationCss from './sign-explanation.css?inline';

/** What the sign says: one line, and the paragraphs that open when it is pressed. */
export interface SignContent {
  readonly state: GuardState;
  readonly label: string;
  readonly explanation: readonly string[];
  readonly closeLabel: string;
}

/** One line in the corner of the page, which takes no room of it. It is there from {@link show} to {@link hide}. */
export class Sign {
  readonly #document: Document;
  readonly #signal: AbortSignal;
  readonly #host: HTMLElement;
  readonly #button: HTMLButtonElement;
  #content: SignContent | null = null;
  #panel: Panel | null = null;

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.#signal = signal;
    this.#host = document.createElement('matta-sign');
    const root = this.#host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [hostCss, signCss].map(sheetOf);
    this.#button = build(document, 'button');
    this.#button.type = 'button';
    this.#button.className = 'sign';
    this.#button.setAttribute('aria-haspopup', 'dialog');
    this.#button.addEventListener('click', () => this.#toggle());
    // A region of its own: on LINE's page it belongs to none.
    const region = build(document, 'section');
    region.setAttribute('aria-label', 'Matta');
    region.append(this.#button);
    root.append(region);
    signal.addEventListener('abort', () => this.hide(), { once: true });
  }

  show(content: SignContent): void {
    // Asking for words may have shown that the extension is gone.
    if (this.#signal.aborted || sameContent(this.#content, content)) return;
    this.#panel?.close();
    this.#content = content;
    this.#host.dataset['state'] = content.state === 'observing' ? 'off' : content.state;
    this.#button.textContent = content.label;
    this.#button.setAttribute('aria-expanded', 'false');
    if (this.#host.isConnected) return;
    this.#host.popover = 'manual';
    this.#document.documentElement.append(this.#host);
    this.#host.showPopover();
  }

  hide(): void {
    this.#panel?.close();
    this.#content = null;
    this.#host.remove();
  }

  #toggle(): void {
    if (this.#panel !== null) {
      this.#panel.close();
      return;
    }
    if (this.#content === null) return;
    const { label, explanation, closeLabel } = this.#content;
    this.#panel = openPanel({
      document: this.#document,
      name: 'matta-sign-explanation',
      role: 'dialog',
      title: label,
      closeLabel,
      css: explanationCss,
      signal: this.#signal,
      onClose: () => {
        this.#panel = null;
        this.#button.setAttribute('aria-expanded', 'false');
        // Only who was in the panel is led back: it also closes by itself, while somebody writes elsewhere.
        if (this.#document.activeElement === this.#document.body) this.#button.focus();
      },
    });
    this.#button.setAttribute('aria-expanded', 'true');
    this.#panel.body.append(...explanation.map((text) => build(this.#document, 'p', text)));
    this.#panel.box.querySelector('button')?.focus();
  }
}

function sameContent(a: SignContent | null, b: SignContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
