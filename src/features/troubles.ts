import type { MessageKey } from '../platform/i18n.ts';
import { Listeners } from '../platform/listeners.ts';

/** What keeps Matta from doing its work apart from the page itself; each is the key of a text that says what to do. */
export type Trouble = Extract<
  MessageKey,
  | 'troubleWorkerUnreachable'
  | 'troubleStoreFull'
  | 'troubleStoreRebuilt'
  | 'troubleStoreRefused'
  | 'troubleUnconfirmed'
>;

/** The troubles of the moment, and those who want to know of them. */
export class Troubles {
  readonly #present = new Set<Trouble>();
  readonly #listeners = new Listeners<void>();

  get present(): readonly Trouble[] {
    return [...this.#present];
  }

  set(trouble: Trouble, isPresent: boolean): void {
    if (this.#present.has(trouble) === isPresent) return;
    if (isPresent) this.#present.add(trouble);
    else this.#present.delete(trouble);
    this.#listeners.tell();
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
  }
}
