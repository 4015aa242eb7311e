import type { Instant } from '../../domain/clock.ts';
import { nextChange, statusOf, type UnsendStatus } from '../../domain/unsend/status.ts';
import type { Conversation, OutgoingMessage, RowsChanged } from '../../line/chat/chat-page.ts';
import type { FeatureContext } from '../feature.ts';
import { Badge } from './badge.ts';
import { BadgeWords } from './badge-words.ts';
import { TimerToChange } from './timer-to-change.ts';

/** A change that brings more rows than this gives badges only to those near the view; the rest get theirs on the way. */
const AT_ONCE = 80;
/** How often in a minute a badge that the page keeps dropping is put back. */
const PUT_BACK_LIMIT = 6;
/** Beside LINE's widest bubble (480 px), its time and the list's padding there is room for a full badge from here on. */
const FULL_BADGE_WIDTH = 700;

interface Entry {
  readonly badge: Badge;
  message: OutgoingMessage;
  status: UnsendStatus;
  /** What the badge shows holds until then (null: for good), and as long as the board's generation is this one. */
  due: Instant | null;
  generation: number;
  putBack: { since: Instant; times: number };
}

/** The badges of one conversation. Cost follows the rows near the view, not the length of the conversation. */
export class BadgeBoard {
  readonly #conversation: Conversation;
  readonly #context: FeatureContext;
  readonly #entries = new WeakMap<HTMLElement, Entry>();
  readonly #timer: TimerToChange;
  #words: BadgeWords;
  #compact: boolean;
  /** Grows whenever every badge may have to say something else. */
  #generation = 0;
  #tabStop: Badge | null = null;

  constructor(conversation: Conversation, context: FeatureContext, signal: AbortSignal) {
    this.#conversation = conversation;
    this.#context = context;
    this.#words = this.#newWords();
    this.#compact = conversation.width() < FULL_BADGE_WIDTH;
    this.#timer = new TimerToChange(context.document, context.clock, () => this.#refreshNearView(), signal);
    conversation.onRows((change) => this.#follow(change), signal);
    conversation.onView(() => this.#viewChanged(), signal);
    context.settings.onChange(() => this.#settingsChanged(), signal);
    signal.addEventListener('abort', () => this.#removeAll(), { once: true });
    this.#refreshNearView();
  }

  /** What a badge stands for; null for an element that is none of this board's. */
  entryOf(badge: Element): Readonly<Pick<Entry, 'message' | 'status'>> | null {
    const entry = badge.parentElement === null ? undefined : this.#entries.get(badge.parentElement);
    return entry?.badge.element === badge ? entry : null;
  }

  get words(): BadgeWords {
    return this.#words;
  }

  /** Moves the keyboard's focus to the next badge up (-1) or down (1) the page. */
  focusNext(from: Element, step: -1 | 1): void {
    const rows = this.#conversation.rows();
    const start = from.parentElement === null ? -1 : rows.indexOf(from.parentElement);
    for (let index = start + step; index >= 0 && index < rows.length; index += step) {
      const row = rows[index];
      if (row === undefined || this.#conversation.messageOf(row) === null) continue;
      this.#refresh([row]);
      const entry = this.#entries.get(row);
      if (entry === undefined) continue;
      this.#stopTabAt(entry.badge);
      entry.badge.element.focus();
      return;
    }
  }

  #follow(change: RowsChanged): void {
    if (change.rejudge) this.#generation++;
    for (const row of change.changed) this.#markStale(row);
    if (change.rejudge || change.added.length > AT_ONCE) this.#refreshNearView();
    else this.#refresh([...change.added, ...change.changed]);
    this.#aimTimer();
  }

  #viewChanged(): void {
    const compact = this.#conversation.width() < FULL_BADGE_WIDTH;
    if (compact !== this.#compact) {
      this.#compact = compact;
      this.#generation++;
    }
    this.#refreshNearView();
  }

  #settingsChanged(): void {
    this.#words = this.#newWords();
    this.#generation++;
    this.#refreshNearView();
  }

  #refreshNearView(): void {
    this.#refresh(this.#conversation.rowsNearView());
    this.#aimTimer();
  }

  #refresh(rows: readonly HTMLElement[]): void {
    const pcNow = this.#context.clock.now();
    for (const row of rows) {
      const entry = this.#entries.get(row);
      const isFresh =
        entry !== undefined &&
        entry.generation === this.#generation &&
        entry.badge.element.parentElement === row &&
        (entry.due === null || pcNow < entry.due);
      if (!isFresh) this.#show(row, entry, pcNow);
    }
  }

  #show(row: HTMLElement, entry: Entry | undefined, pcNow: Instant): void {
    const message = this.#conversation.messageOf(row);
    if (message === null) {
      entry?.badge.element.remove();
      this.#entries.delete(row);
      return;
    }
    const { window, warn } = this.#context.settings.of(this.#conversation.account);
    const now = this.#conversation.now();
    const status = statusOf(message, window, warn, now);
    const shown = entry ?? this.#newEntry(row, message, status);
    shown.message = message;
    shown.status = status;
    shown.generation = this.#generation;
    // A badge counts by the corrected clock, timers by the computer's own.
    const change = now === null ? null : nextChange(status, now);
    shown.due = change === null || now === null ? null : change - (now - pcNow);
    shown.badge.show(message, status, this.#words, this.#compact);
    this.#putInto(row, shown, pcNow);
  }

  #newEntry(row: HTMLElement, message: OutgoingMessage, status: UnsendStatus): Entry {
    const badge = new Badge(this.#context.document);
    const entry: Entry = {
      badge,
      message,
      status,
      due: null,
      generation: 0,
      putBack: { since: 0, times: 0 },
    };
    this.#entries.set(row, entry);
    if (this.#tabStop === null || !this.#tabStop.element.isConnected || isNewest(this.#conversation, row)) {
      this.#stopTabAt(badge);
    }
    return entry;
  }

  /** Puts a badge back that LINE's rendering has dropped, but does not fight with it. */
  #putInto(row: HTMLElement, entry: Entry, pcNow: Instant): void {
    if (entry.badge.element.parentElement === row) return;
    const { putBack } = entry;
    if (pcNow - putBack.since >= 60_000) entry.putBack = { since: pcNow, times: 0 };
    else if (putBack.times >= PUT_BACK_LIMIT) {
      entry.due = putBack.since + 60_000;
      return;
    }
    entry.putBack.times++;
    row.append(entry.badge.element);
  }

  #markStale(row: HTMLElement): void {
    const entry = this.#entries.get(row);
    if (entry !== undefined) entry.generation = -1;
  }

  #stopTabAt(badge: Badge): void {
    this.#tabStop?.setTabStop(false);
    this.#tabStop = badge;
    badge.setTabStop(true);
  }

  #aimTimer(): void {
    if (this.#context.document.hidden) return;
    let next: Instant | null = null;
    for (const row of this.#conversation.rowsNearView()) {
      const due = this.#entries.get(row)?.due ?? null;
      if (due !== null && (next === null || due < next)) next = due;
    }
    this.#timer.aimAt(next);
  }

  #newWords(): BadgeWords {
    const { settings, clock } = this.#context;
    return new BadgeWords({
      translate: settings.translate,
      now: () => this.#conversation.now() ?? clock.now(),
      isGroup: this.#conversation.isGroup,
    });
  }

  #removeAll(): void {
    for (const row of this.#conversation.rows()) this.#entries.get(row)?.badge.element.remove();
  }
}

function isNewest(conversation: Conversation, row: HTMLElement): boolean {
  return conversation.rows().at(-1) === row;
}
