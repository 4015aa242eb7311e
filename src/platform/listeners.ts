/** Those who want to be told of one kind of event, each until its signal ends. */
export class Listeners<T> {
  readonly #listeners = new Set<(event: T) => void>();

  add(listener: (event: T) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  /** Tells everybody. A listener that throws must not keep the others from hearing. */
  tell(event: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        // Not `reportError`: that would reach the error handlers of LINE's page.
        console.error('Matta:', error);
      }
    }
  }
}
