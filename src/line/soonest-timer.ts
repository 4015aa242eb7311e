/** One timer for something that many things ask for: of all requests the one that is due first counts. */
export class SoonestTimer {
  readonly #act: () => void;
  #pending: { readonly timer: ReturnType<typeof setTimeout>; readonly due: number } | null = null;

  constructor(act: () => void) {
    this.#act = act;
  }

  /** Acts once in `afterMs`, or earlier if that was asked for before. */
  within(afterMs: number): void {
    const due = performance.now() + afterMs;
    if (this.#pending !== null && this.#pending.due <= due) return;
    this.cancel();
    const timer = setTimeout(() => {
      this.#pending = null;
      this.#act();
    }, afterMs);
    this.#pending = { timer, due };
  }

  cancel(): void {
    clearTimeout(this.#pending?.timer);
    this.#pending = null;
  }
}
