/** One life of the worker: at the n-th use of the browser it is stopped, and nothing of it goes on. */
export class Life {
  #uses = 0;
  #end: () => void = () => undefined;
  #dead = false;
  readonly over = new Promise<void>((resolve) => {
    this.#end = resolve;
  });
  /** Which use is the last; null: it is not stopped. */
  lastUse: number | null = null;
  /** Whether the last use still has its effect. */
  hasEffect = false;

  get uses(): number {
    return this.#uses;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Makes everything that an object does end with this life. What is asked of it later is never answered. */
  mortal<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, key) => {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => this.#use(() => Reflect.apply(member, target, args));
      },
    });
  }

  #use(work: () => unknown): unknown {
    const never = new Promise(() => undefined);
    if (this.#dead) return never;
    this.#uses += 1;
    if (this.#uses !== this.lastUse) {
      const result = work();
      // An answer to the dead is not heard.
      return result instanceof Promise ? result.then((value) => (this.#dead ? never : value)) : result;
    }
    this.#dead = true;
    if (this.hasEffect) Promise.resolve(work()).catch(() => undefined);
    this.#end();
    return never;
  }
}
