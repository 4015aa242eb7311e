import { DEFAULT_POLICY } from '../domain/policy/policy.ts';
import type { AccountId } from '../domain/unsend/identity.ts';
import type { SettingsSource } from '../features/feature.ts';
import type { WorkerLink } from '../features/worker-link.ts';
import { type PageSettings, pageSettingsSchema } from '../messaging/protocol.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { type Translate, translateByBrowser, translateFrom } from '../platform/i18n.ts';

/**
 * The settings as the worker gave them. Until they have come, and for any account but the one they were given for, the
 * defaults are in force, which promise least.
 */
export class PageSettingsSource implements SettingsSource {
  readonly #worker: WorkerLink;
  readonly #inBrowserLanguage: Translate;
  readonly #listeners = new Set<() => void>();
  #questions = 0;
  #loaded: { readonly account: AccountId; readonly settings: PageSettings } | null = null;
  translate: Translate;

  /**
   * @param isGone true once the extension is gone, from when on the browser gives no texts. To ask for one is often the
   * first that shows it, so whoever has asked looks at its signal before it shows anything.
   */
  constructor(worker: WorkerLink, isGone: () => boolean = () => false) {
    this.#worker = worker;
    this.#inBrowserLanguage = translateByBrowser((key, values) =>
      isGone() ? '' : contentBrowser.i18n.getMessage(key, values),
    );
    this.translate = this.#inBrowserLanguage;
  }

  of(account: AccountId): PageSettings {
    return this.#loaded?.account === account ? this.#loaded.settings : DEFAULTS;
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  /** Asks the worker; without an answer what is in force stays, and an answer to an older question counts for nothing. */
  async load(account: AccountId): Promise<void> {
    const question = ++this.#questions;
    const settings = await this.#worker('settings', { account }, pageSettingsSchema);
    if (settings === null || question !== this.#questions) return;
    this.#loaded = { account, settings };
    this.translate =
      settings.texts === null
        ? this.#inBrowserLanguage
        : translateFrom(settings.texts, this.#inBrowserLanguage);
    for (const listener of this.#listeners) listener();
  }
}

const DEFAULTS: PageSettings = {
  window: {
    choice: { mode: 'automatic' },
    region: DEFAULT_POLICY.region,
    marginSeconds: DEFAULT_POLICY.marginSeconds,
  },
  warn: DEFAULT_POLICY.warn,
  texts: null,
};
