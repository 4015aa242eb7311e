import { element, withAttributes } from '../dom.ts';

const SHOWN_MS = 8000;

/** A short note that something is done. */
export class Toast {
  readonly element = withAttributes(element('div', 'toast show'), { role: 'status', hidden: '' });
  #hiding: ReturnType<typeof setTimeout> | undefined;

  /** Null while none is shown. */
  get text(): string | null {
    return this.element.hidden ? null : this.element.textContent;
  }

  show(text: string): void {
    clearTimeout(this.#hiding);
    this.element.textContent = text;
    this.element.hidden = false;
    this.#hiding = setTimeout(() => {
      this.element.hidden = true;
    }, SHOWN_MS);
  }
}
