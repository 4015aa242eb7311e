import type { Instant } from '../../domain/clock.ts';
import { nextChange, statusOf, type UnsendState, type UnsendStatus } from '../../domain/unsend/status.ts';
import {
  type Conversation,
  type OutgoingMessage,
  READ_AT_ONCE,
  type RowsChanged,
} from '../../line/chat/chat-page.ts';
import type { FeatureContext } from '../feature.ts';
import type { Badge } from './badge.ts';
import { type BadgeEntry, newEntry } from './badge-entry.ts';
import { type BadgeSize, sizeFor } from './badge-size.ts';
import { BadgeWords } from './badge-words.ts';
import { TabStop } from './tab-stop.ts';
import { TimerToChange } from './timer-to-change.ts';

/** The badges of one conversation. Cost follows the rows near the view, not the length of the conversation. */
export class BadgeBoard {
  readonly #conversation: Conversation;
  readonly #context: FeatureContext;
  readonly #signal: AbortSignal;
  readonly #entries = new WeakMap<HTMLElement, BadgeEntry>();
  readonly #timer: TimerToChange;
  readonly #onState: (badge: HTMLElement, state: UnsendState | null) => void;
  readonly tabStop = new TabStop();
  #words: BadgeWords;
  /** Found out with the first view, which comes before the first paint: reading it now would lay the page out once more. */
  #size: BadgeSize = 'full';
  /** Grows whenever every badge may have to say something else. */
  #generation = 0;
  /** The rows whose next change the timer waits for: those near the view when it last moved, and what came since. */
  readonly #watched = new Set<HTMLElement>();

  /** @param onState told when a badge shows another state, or null when it is taken away */
  constructor(
    conversation: Conversation,
    context: FeatureContext,
    signal: AbortSignal,
    onState: (badge: HTMLElement, state: UnsendState | null) => void,
  ) {
    this.#conversation = conversation;
    this.#onState = onState;
    this.#context = context;
    this.#signal = signal;
    this.#words = this.#newWords();
    this.#timer = new TimerToChange(context.document, context.clock, () => this.#refreshNearView(), signal);
    conversation.onRows((change) => this.#follow(change), signal);
    conversation.onView(() => this.#viewChanged(), signal);
    context.settings.onChange(() => this.#settingsChanged(), signal);
    signal.addEventListener('abort', () => this.#removeAll(), { once: true });
    const rows = conversation.rows();
    if (rows.length > READ_AT_ONCE) this.#refreshNearView();
    else this.#refreshNow(rows);
  }

  /** What a badge stands for; null for an element that is none of this board's. */
  entryOf(badge: Element): Readonly<Pick<BadgeEntry, 'message' | 'status'>> | null {
    const entry = badge.parentElement === null ? undefined : this.#entries.get(badge.parentElement);
    return entry?.badge.element === badge ? entry : null;
  }

  get words(): BadgeWords {
    return this.#words;
  }

  /** The badge on the next outgoing row up (-1) or down (1) the page; null when there is none. */
  neighbour(badge: Element, step: -1 | 1): Badge | null {
    const rows = this.#conversation.rows();
    const start = badge.parentElement === null ? -1 : rows.indexOf(badge.parentElement);
    for (let index = start + step; start !== -1 && index >= 0 && index < rows.length; index += step) {
      const row = rows[index];
      if (row === undefined || this.#conversation.messageOf(row) === null) continue;
      this.#refresh([row]);
      return this.#entries.get(row)?.badge ?? null;
    }
    return null;
  }

  #follow(change: RowsChanged): void {
    if (change.rejudge) this.#generation++;
    for (const row of change.changed) this.#markStale(row);
    if (change.rejudge || change.added.length > READ_AT_ONCE) this.#refreshNearView();
    else this.#refreshNow([...change.added, ...change.changed]);
  }

  #viewChanged(): void {
    const size = sizeFor(this.#conversation.width());
    if (size !== this.#size) {
      this.#size = size;
      this.#generation++;
    }
    this.#refreshNearView();
  }

  #settingsChanged(): void {
    this.#words = this.#newWords();
    this.#generation++;
    this.#refreshNearView();
  }

  /** In a hidden tab there is no view; all of this is made up for on return. */
  #refreshNearView(): void {
    if (this.#context.document.hidden) return;
    this.#watched.clear();
    this.#refreshNow(this.#conversation.rowsNearView());
  }

  #refreshNow(rows: readonly HTMLElement[]): void {
    if (this.#context.document.hidden) return;
    this.#refresh(rows);
    for (const row of rows) this.#watched.add(row);
    this.#aimTimer();
  }

  #refresh(rows: readonly HTMLElement[]): void {
    // The first answer is worth a moment: what is shown without it promises nothing.
    if (this.#context.settings.isAwaited(this.#conversation.account)) return;
    const pcNow = this.#context.clock.now();
    for (const row of rows) {
      const entry = this.#entries.get(row);
      const isFresh =
        entry !== undefined &&
        entry.generation === this.#generation &&
        entry.badge.element.parentElement === row &&
        // A clock that was set back makes everything uncertain that was shown by it.
        pcNow >= entry.shownAt &&
        (entry.due === null || pcNow < entry.due);
      if (!isFresh) this.#show(row, entry, pcNow);
    }
  }

  #show(row: HTMLElement, entry: BadgeEntry | undefined, pcNow: Instant): void {
    const message = this.#conversation.messageOf(row);
    if (message === null) {
      if (entry !== undefined) this.#takeAway(row, entry);
      return;
    }
    const { window, warn } = this.#context.settings.of(this.#conversation.account);
    const now = this.#conversation.now();
    const status = statusOf(message, window, warn, now);
    const shown = entry ?? this.#newEntry(row, message, status);
    if (shown.status.state !== status.state) this.#onState(shown.badge.element, status.state);
    shown.message = message;
    shown.status = status;
    shown.generation = this.#generation;
    shown.shownAt = pcNow;
    // A badge counts by the corrected clock, timers by the computer's own.
    const change = now === null ? null : nextChange(status, now);
    shown.due = change === null || now === null ? null : change - (now - pcNow);
    shown.badge.show(message, status, this.#words, this.#size);
    // Asking for words may have shown that the extension is gone.
    if (this.#signal.aborted) return;
    this.#putInto(row, shown, pcNow);
  }

  #takeAway(row: HTMLElement, { badge }: BadgeEntry): void {
    badge.element.remove();
    this.#entries.delete(row);
    this.#onState(badge.element, null);
  }

  #newEntry(row: HTMLElement, message: OutgoingMessage, status: UnsendStatus): BadgeEntry {
    const entry = newEntry(this.#context.document, message, status);
    this.#entries.set(row, entry);
    this.tabStop.offer(entry.badge, row);
    return entry;
  }

  #putInto(row: HTMLElement, entry: BadgeEntry, pcNow: Instant): void {
    if (entry.badge.element.parentElement === row) return;
    const mayAgainAt = entry.putBack.next(pcNow);
    if (mayAgainAt === null) row.append(entry.badge.element);
    else entry.due = mayAgainAt;
  }

  #markStale(row: HTMLElement): void {
    const entry = this.#entries.get(row);
    if (entry !== undefined) entry.generation = -1;
  }

  #aimTimer(): void {
    if (this.#signal.aborted) return;
    this.#timer.aimAtFirst([...this.#watched].map((row) => this.#entries.get(row)?.due ?? null));
  }

  #newWords(): BadgeWords {
    const { settings, clock } = this.#context;
    return new BadgeWords({
      translate: settings.translate,
      now: () => this.#conversation.now() ?? clock.now(),
      conversation: this.#conversation,
      region: settings.of(this.#conversation.account).window.region,
    });
  }

  #removeAll(): void {
    for (const row of this.#conversation.rows()) this.#entries.get(row)?.badge.element.remove();
  }
}
