import { SECOND } from '../domain/clock.ts';
import { anchorsFor } from '../domain/line-anchors.ts';
import type { ManagerSettings } from '../features/manager-context.ts';
import type { WorkerLink } from '../features/worker-link.ts';
import { managerAnchors } from '../line/manager/anchors.ts';
import type { ManagerPage } from '../line/manager/manager-page.ts';
import { type GateSettings, gateSettingsSchema } from '../messaging/gate-protocol.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { type Translate, translateByBrowser, translateFrom } from '../platform/i18n.ts';
import { Listeners } from '../platform/listeners.ts';
import { wait } from '../platform/wait.ts';

const RETRY_AFTER_MS = [1 * SECOND, 5 * SECOND, 30 * SECOND] as const;

/** The gate's settings as the worker gave them. Until they have come everything is held, as by default. */
export class ManagerSettingsSource implements ManagerSettings {
  readonly #worker: WorkerLink;
  readonly #page: ManagerPage;
  readonly #signal: AbortSignal;
  readonly #inBrowserLanguage: Translate;
  readonly #listeners = new Listeners<void>();
  #current: GateSettings | null = null;
  #question = 0;
  translate: Translate;

  /** @param isGone true once the extension is gone, from when on the browser gives no texts */
  constructor(worker: WorkerLink, page: ManagerPage, signal: AbortSignal, isGone: () => boolean) {
    this.#worker = worker;
    this.#page = page;
    this.#signal = signal;
    this.#inBrowserLanguage = translateByBrowser((key, values) =>
      isGone() ? '' : contentBrowser.i18n.getMessage(key, values),
    );
    this.translate = this.#inBrowserLanguage;
  }

  current(): GateSettings | null {
    return this.#current;
  }

  languageTag(): string {
    return this.translate('commonLanguageTag');
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
  }

  /** Asks the worker until it answers; an answer to an older question counts for nothing. */
  async load(): Promise<void> {
    const question = ++this.#question;
    for (let attempt = 0; question === this.#question && !this.#signal.aborted; attempt++) {
      const account = this.#page.account();
      const name = this.#page.facts().accountName;
      const reply = await this.#worker('gateSettings', { account, name }, gateSettingsSchema);
      if (question !== this.#question) return;
      if (reply.ok) return this.#take(reply.value);
      await wait(RETRY_AFTER_MS[Math.min(attempt, RETRY_AFTER_MS.length - 1)] ?? 0, this.#signal);
    }
  }

  #take(settings: GateSettings): void {
    this.#current = settings;
    managerAnchors.add(document, anchorsFor('manager', settings.anchors ?? {}));
    this.translate =
      settings.texts === null
        ? this.#inBrowserLanguage
        : translateFrom(settings.texts, this.#inBrowserLanguage);
    this.#listeners.tell();
  }
}
