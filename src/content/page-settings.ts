import { anchorsFor } from '../domain/line-anchors.ts';
import { UNSEND_STANDARDS } from '../domain/policy/unsend-standards.ts';
import type { AccountId } from '../domain/unsend/identity.ts';
import type { SettingsInForce, SettingsSource } from '../features/feature.ts';
import type { WorkerLink } from '../features/worker-link.ts';
import { chatAnchors } from '../line/chat/anchors.ts';
import { type PageSettings, pageSettingsSchema } from '../messaging/chat-answers.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { type Translate, translateByBrowser, translateFrom } from '../platform/i18n.ts';
import { Listeners } from '../platform/listeners.ts';
import { wait } from '../platform/wait.ts';

/** A worker that has to be started answers well within this time. */
const PATIENCE_MS = 500;
const RETRY_AFTER_MS = [1_000, 5_000, 30_000] as const;

/**
 * The settings as the worker gave them. Until they have come, and for any account but the one they were given for, nothing
 * is promised: a supervisor may have set a shorter window than the usual one.
 */
export class PageSettingsSource implements SettingsSource {
  readonly #worker: WorkerLink;
  readonly #signal: AbortSignal;
  readonly #inBrowserLanguage: Translate;
  readonly #listeners = new Listeners<void>();
  #question = 0;
  #awaited: AccountId | null = null;
  #loaded: { readonly account: AccountId; readonly settings: PageSettings } | null = null;
  translate: Translate;

  /**
   * @param isGone true once the extension is gone, from when on the browser gives no texts. To ask for one is often the
   * first that shows it, so whoever has asked looks at its signal before it shows anything.
   */
  constructor(worker: WorkerLink, signal: AbortSignal, isGone: () => boolean) {
    this.#worker = worker;
    this.#signal = signal;
    this.#inBrowserLanguage = translateByBrowser((key, values) =>
      isGone() ? '' : contentBrowser.i18n.getMessage(key, values),
    );
    this.translate = this.#inBrowserLanguage;
  }

  of(account: AccountId): SettingsInForce {
    return this.#loaded?.account === account ? this.#loaded.settings : NOTHING_PROMISED;
  }

  get isLanguageChosen(): boolean {
    // Until the settings have come, it may have been chosen.
    return this.#loaded?.settings.texts !== null;
  }

  isAwaited(account: AccountId): boolean {
    return this.#awaited === account;
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
  }

  /** Asks the worker until it answers; an answer to an older question counts for nothing. */
  async load(account: AccountId): Promise<void> {
    const question = ++this.#question;
    if (this.#loaded?.account !== account) this.#await(account);
    for (let attempt = 0; question === this.#question && !this.#signal.aborted; attempt++) {
      const settings = await this.#ask(account);
      if (question !== this.#question) return;
      if (settings !== null) return this.#take(account, settings);
      await wait(RETRY_AFTER_MS[Math.min(attempt, RETRY_AFTER_MS.length - 1)] ?? 0, this.#signal);
    }
  }

  async #ask(account: AccountId): Promise<PageSettings | null> {
    const reply = await this.#worker('settings', { account }, pageSettingsSchema);
    return reply.ok ? reply.value : null;
  }

  #take(account: AccountId, settings: PageSettings): void {
    this.#loaded = { account, settings };
    chatAnchors.add(document, anchorsFor('chat', settings.anchors ?? {}));
    this.#awaited = null;
    this.translate =
      settings.texts === null
        ? this.#inBrowserLanguage
        : translateFrom(settings.texts, this.#inBrowserLanguage);
    this.#listeners.tell();
  }

  #await(account: AccountId): void {
    this.#awaited = account;
    void wait(PATIENCE_MS, this.#signal).then(() => {
      if (this.#awaited !== account || this.#signal.aborted) return;
      this.#awaited = null;
      this.#listeners.tell();
    });
  }
}

const NOTHING_PROMISED: SettingsInForce = {
  window: {
    choice: { mode: 'unknown' },
    region: UNSEND_STANDARDS.region,
    marginSeconds: UNSEND_STANDARDS.marginSeconds,
  },
  warn: UNSEND_STANDARDS.warn,
};
