import * as v from 'valibot';
import { afterEach, vi } from 'vitest';
import japanese from '../../public/_locales/ja/messages.json' with { type: 'json' };
import { DEFAULT_POLICY } from '../../src/domain/policy/policy.ts';
import type { Feature, FeatureContext } from '../../src/features/feature.ts';
import { Troubles } from '../../src/features/troubles.ts';
import type { PageSettings } from '../../src/messaging/protocol.ts';
import { DONE } from '../../src/messaging/protocol.ts';
import { flattenEntry, type Translate, translateFrom } from '../../src/platform/i18n.ts';
import { setHidden } from './dom-stand-ins.ts';
import { FakeChatPage } from './fake-chat-page.ts';

/** The real Japanese texts, so that tests read what people read. A key that is missing shows as its own name. */
export const inJapanese: Translate = translateFrom(
  Object.fromEntries(Object.entries(japanese).map(([key, entry]) => [key, flattenEntry(entry)])),
  (key) => key,
);

const DEFAULTS: PageSettings = {
  window: {
    choice: { mode: 'automatic' },
    region: DEFAULT_POLICY.region,
    marginSeconds: DEFAULT_POLICY.marginSeconds,
  },
  warn: DEFAULT_POLICY.warn,
  texts: null,
};

/** Settings that a test can change. */
class FakeSettings {
  inForce = DEFAULTS;
  translate = inJapanese;
  isLanguageChosen = false;
  awaited = false;
  readonly #listeners = new Set<() => void>();

  of(): PageSettings {
    return this.inForce;
  }

  isAwaited(): boolean {
    return this.awaited;
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  change(change: { settings?: Partial<PageSettings>; translate?: Translate }): void {
    this.inForce = { ...this.inForce, ...change.settings };
    if (change.translate !== undefined) {
      this.translate = change.translate;
      this.isLanguageChosen = true;
    }
    for (const listener of this.#listeners) listener();
  }
}

/**
 * A worker at the port: keeps what it was asked and answers what a test says, or what its function says to a request; null: it
 * does not answer.
 */
export class FakeWorker {
  readonly asked: { readonly verb: string; readonly payload: unknown }[] = [];
  readonly answers = new Map<string, unknown>([
    ['record', { store: 'fine' }],
    ['observedTimes', []],
    ['distrustIds', DONE],
    ['markUnsent', DONE],
    ['reportHealth', DONE],
  ]);
  /** How long an answer takes. */
  delayMs = 0;

  readonly link: FeatureContext['worker'] = async (verb, payload, schema) => {
    this.asked.push({ verb, payload });
    if (this.refuse(payload)) return { ok: false, again: false };
    this.#accepted.push({ verb, payload });
    const said = this.answers.get(verb) ?? null;
    const answer: unknown = typeof said === 'function' ? said(payload) : said;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    return answer === null ? { ok: false, again: true } : { ok: true, value: v.parse(schema, answer) };
  };

  /** Which requests are never accepted. */
  refuse: (payload: unknown) => boolean = () => false;
  readonly #accepted: { readonly verb: string; readonly payload: unknown }[] = [];

  accepted(verb: string): unknown[] {
    return this.#accepted.filter((request) => request.verb === verb).map(({ payload }) => payload);
  }

  payloads(verb: string): unknown[] {
    return this.asked.filter((request) => request.verb === verb).map(({ payload }) => payload);
  }
}

let ending = new AbortController();
afterEach(() => {
  ending.abort();
  setHidden(false);
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** Everything a feature works with, on an empty page at an instant; timers and clock move together and only on demand. */
export function featureBench(now: number) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now });
  ending = new AbortController();
  const page = new FakeChatPage();
  const settings = new FakeSettings();
  const worker = new FakeWorker();
  const troubles = new Troubles();
  const clock = { now: () => Date.now() };
  const context: FeatureContext = { document, page, clock, settings, worker: worker.link, troubles };
  const { signal } = ending;
  return {
    page,
    settings,
    worker,
    troubles,
    clock,
    context,
    signal,
    start: (feature: Feature) => feature(context, signal),
    end: () => ending.abort(),
  };
}
