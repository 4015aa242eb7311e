import { vi } from 'vitest';
import { DEFAULT_POLICY } from '../../src/domain/policy/policy.ts';
import { DONE } from '../../src/messaging/protocol.ts';
import { FakeEvent } from './fake-browser.ts';
import { inJapanese } from './feature-bench.ts';

const SETTINGS = {
  window: { choice: { mode: 'automatic' }, region: 'JP', marginSeconds: 60 },
  warn: DEFAULT_POLICY.warn,
  texts: null,
};

type Reply = (answer: string) => void;

/** The browser's API as a content script sees it, and as an update of the extension leaves it behind. */
export class FakeExtension {
  readonly #onMessage = new FakeEvent<[message: unknown, sender: { id: string }, reply: Reply]>();
  /** What the worker answers to a verb; verbs that are missing here are not answered. */
  readonly values = new Map<string, unknown>([
    ['record', { store: 'fine' }],
    ['settings', SETTINGS],
    ['observedTimes', []],
    ['distrustIds', DONE],
    ['markUnsent', DONE],
    ['reportHealth', DONE],
  ]);
  readonly asked: { readonly verb: string; readonly payload: unknown }[] = [];
  readonly chrome = {
    runtime: {
      id: 'matta' as string | undefined,
      onMessage: this.#onMessage,
      getManifest: () => ({ version: '1.2.3' }),
      sendMessage: async (message: { verb: string; payload: unknown }) => {
        if (this.chrome.runtime.id === undefined) throw new Error('Extension context invalidated.');
        this.asked.push(message);
        const value = this.values.get(message.verb);
        return value === undefined ? { ok: false, reason: 'failed' } : { ok: true, value };
      },
    },
    // A key that Japanese has not shows as itself.
    i18n: { getMessage: (key: never, values: string[]) => inJapanese(key, ...values) },
  };

  constructor() {
    vi.stubGlobal('chrome', this.chrome);
  }

  /** The extension is updated or removed under the open page. */
  vanish(): void {
    this.chrome.runtime.id = undefined;
  }

  /** A message from the worker or a page of ours; answers what the script replied. */
  tell(message: unknown, from = 'matta'): string | null {
    let answer: string | null = null;
    this.#onMessage.fire(message, { id: from }, (reply) => {
      answer = reply;
    });
    return answer;
  }

  get listeners(): number {
    return this.#onMessage.listenerCount;
  }
}
