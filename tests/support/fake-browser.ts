/** An in-memory stand-in for the parts of the browser's API that the worker uses. Everything it was told is kept to look at. */

type Listener<A extends readonly unknown[]> = (...values: A) => void;

/** An event of the browser's API that a test can fire. */
export class FakeEvent<A extends readonly unknown[]> {
  readonly #listeners = new Set<Listener<A>>();

  addListener(listener: Listener<A>): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: Listener<A>): void {
    this.#listeners.delete(listener);
  }

  fire(...values: A): void {
    for (const listener of this.#listeners) listener(...values);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }
}

/** One storage area. Like the browser's, it gives and takes copies, and needs a moment for each call. */
export class FakeStorageArea {
  readonly onChanged = new FakeEvent<[changes: Record<string, unknown>]>();
  readonly #items = new Map<string, unknown>();
  writes = 0;

  async get(keys: string | string[] | null): Promise<Record<string, unknown>> {
    await moment();
    const wanted = (keys === null ? [...this.#items.keys()] : [keys].flat()).filter((key) =>
      this.#items.has(key),
    );
    return Object.fromEntries(wanted.map((key) => [key, structuredClone(this.#items.get(key))]));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.writes += 1;
    // The browser takes calls in the order in which they are made, so the change happens before the wait.
    const changes: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(structuredClone(items))) {
      changes[key] = { oldValue: this.#items.get(key), newValue: value };
      this.#items.set(key, value);
    }
    await moment();
    this.onChanged.fire(changes);
  }

  async remove(keys: string | string[]): Promise<void> {
    const changes: Record<string, unknown> = {};
    for (const key of [keys].flat()) {
      if (this.#items.has(key)) changes[key] = { oldValue: this.#items.get(key) };
      this.#items.delete(key);
    }
    await moment();
    if (Object.keys(changes).length > 0) this.onChanged.fire(changes);
  }

  /** What lies under a key, without a copy or a wait. */
  peek(key: string): unknown {
    return this.#items.get(key);
  }
}

/** Alarms that ring only when a test says so. */
export class FakeAlarms {
  readonly onAlarm = new FakeEvent<[alarm: { name: string }]>();
  readonly created = new Map<string, { when?: number; delayInMinutes?: number; periodInMinutes?: number }>();

  create(name: string, when: { when?: number; delayInMinutes?: number; periodInMinutes?: number }): void {
    this.created.set(name, when);
  }

  async get(name: string): Promise<unknown> {
    return this.created.get(name);
  }

  async clear(name: string): Promise<boolean> {
    return this.created.delete(name);
  }
}

/** The look of the toolbar button: the common one under `null`, and of each tab that was given its own. */
export class FakeAction {
  readonly looks = new Map<number | null, { text?: string; color?: string; title?: string }>();

  async setBadgeText({ text, tabId }: { text: string; tabId?: number }): Promise<void> {
    this.#change(tabId, { text });
  }

  async setBadgeBackgroundColor({ color, tabId }: { color: string; tabId?: number }): Promise<void> {
    this.#change(tabId, { color });
  }

  async setTitle({ title, tabId }: { title: string; tabId?: number }): Promise<void> {
    this.#change(tabId, { title });
  }

  #change(tabId: number | undefined, change: object): void {
    const key = tabId ?? null;
    this.looks.set(key, { ...this.looks.get(key), ...change });
  }
}

interface FakeTab {
  readonly id: number;
  readonly url: string;
  readonly discarded?: boolean;
  readonly active?: boolean;
  /** What its content script does with a message; a tab without one has no receiver. */
  readonly receive?: (message: unknown) => unknown;
}

/** The open tabs. */
export class FakeTabs {
  readonly onRemoved = new FakeEvent<[tabId: number]>();
  readonly onUpdated = new FakeEvent<[tabId: number, change: { status?: string }, tab: { url?: string }]>();
  open: readonly FakeTab[] = [];

  async query({ url, active }: { url: string[]; active?: boolean }): Promise<readonly FakeTab[]> {
    const prefixes = url.map((pattern) => pattern.replace(/\*$/, ''));
    const there = this.open.filter((tab) => prefixes.some((prefix) => tab.url.startsWith(prefix)));
    return active === undefined ? there : there.filter((tab) => (tab.active ?? false) === active);
  }

  async sendMessage(tabId: number, message: unknown): Promise<unknown> {
    const receive = this.open.find((tab) => tab.id === tabId)?.receive;
    if (receive === undefined) {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    }
    return receive(message);
  }
}

/** Scripts and styles that were put into tabs. */
export class FakeScripting {
  readonly injected: { readonly tabId: number; readonly files: readonly string[] }[] = [];
  /** Tabs that cannot be injected into. */
  readonly closed = new Set<number>();

  async executeScript({ target, files }: { target: { tabId: number }; files: string[] }): Promise<unknown> {
    return this.#inject(target.tabId, files);
  }

  async insertCSS({ target, files }: { target: { tabId: number }; files: string[] }): Promise<void> {
    this.#inject(target.tabId, files);
  }

  #inject(tabId: number, files: readonly string[]): void {
    if (this.closed.has(tabId)) throw new Error(`No tab with id: ${tabId}.`);
    this.injected.push({ tabId, files });
  }
}

function moment(): Promise<void> {
  return new Promise((resolve) => queueMicrotask(resolve));
}
