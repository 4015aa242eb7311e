import * as v from 'valibot';
import type { Attempt } from '../domain/broadcast/broadcast.ts';
import type { GateNews, SeenOutcome } from '../features/manager-context.ts';
import { gateToTab } from '../messaging/gate-protocol.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { Listeners } from '../platform/listeners.ts';
import { onMessage } from './on-message.ts';

const newsSchema = v.variant('push', [
  gateToTab.askFor.message,
  gateToTab.outcome.message,
  gateToTab.unconfirmed.message,
]);

/** What the worker tells this tab about broadcasts. */
export class GateNewsSource implements GateNews {
  readonly #asked = new Listeners<Attempt>();
  readonly #outcomes = new Listeners<SeenOutcome>();
  readonly #unconfirmed = new Listeners<void>();

  constructor(signal: AbortSignal) {
    onMessage(
      contentBrowser,
      (message) => {
        this.#hear(message);
        return undefined;
      },
      signal,
    );
  }

  onAskFor(listener: (attempt: Attempt) => void, signal: AbortSignal): void {
    this.#asked.add(listener, signal);
  }

  onOutcome(listener: (outcome: SeenOutcome) => void, signal: AbortSignal): void {
    this.#outcomes.add(listener, signal);
  }

  onUnconfirmed(listener: () => void, signal: AbortSignal): void {
    this.#unconfirmed.add(listener, signal);
  }

  #hear(message: unknown): void {
    const news = v.safeParse(newsSchema, message);
    if (!news.success) return;
    const { output } = news;
    if (output.push === 'ask-for') this.#hearAsked(output);
    else if (output.push === 'outcome') this.#outcomes.tell(output);
    else this.#unconfirmed.tell();
  }

  /** What was stopped before this page began was another page's, whose editor is gone: it is in the journal. */
  #hearAsked({ attempt, ageMs }: v.InferOutput<typeof gateToTab.askFor.message>): void {
    if (ageMs === null || ageMs <= performance.now()) this.#asked.tell(attempt);
  }
}
