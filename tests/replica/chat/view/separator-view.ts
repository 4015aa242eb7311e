import { switches } from '../active-switches.ts';
import { element, setAttributes } from '../dom.ts';

/** The date above a day: a dropdown with a calendar since 2026, a plain system row before. */
export class SeparatorView {
  readonly element: HTMLElement;
  readonly #label: HTMLElement;

  constructor() {
    if (switches.separator === '2023') {
      this.#label = element('div', 'chatsys-content');
      this.element = element('div', 'chatsys', this.#label);
    } else {
      const link = element('a', 'chatsys-content');
      link.href = '#';
      this.#label = link;
      this.element = element('div', 'chatsys chatsys-date dropdown', link, element('div', 'v-portal'));
    }
  }

  /** @param timestamp epoch ms. */
  show(label: string, timestamp: number): void {
    if (this.#label.textContent !== label) this.#label.textContent = label;
    if (switches.separator === '2026') setAttributes(this.element, { 'data-timestamp': String(timestamp) });
  }
}
