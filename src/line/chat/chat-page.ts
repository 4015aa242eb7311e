import type { Instant } from '../../domain/clock.ts';
import type { HealthProblem, HealthState } from '../../domain/health.ts';
import type { AccountId, ConversationId, MessageId } from '../../domain/unsend/identity.ts';
import type { JudgedMessage } from '../../domain/unsend/status.ts';

/** LINE's chat page in our words: what features work with. They never see a selector. */
export interface ChatPage {
  /** The account in the address, whether or not a conversation is open. */
  account(): AccountId | null;
  /** The account's own name as the page's header shows it; null where it was not found. */
  accountName(): string | null;
  /** The language of the page's own texts, as an HTML language tag; empty when the page does not say. */
  language(): string;
  /** Calls back for the conversation that is open, and for each that is opened later. `open` ends when it is left. */
  onConversation(
    listener: (conversation: Conversation, open: AbortSignal) => void,
    signal: AbortSignal,
  ): void;
  /** Calls back with the present health and with every change of it. */
  onHealth(listener: (health: PageHealth) => void, signal: AbortSignal): void;
  /** An outline of the page for a report: elements and classes, none of its texts. */
  skeleton(): string;
}

/** How well the page is understood, and which alternative of each anchor matched last (-1: none). */
export interface PageHealth {
  readonly state: HealthState;
  readonly problems: readonly HealthProblem[];
  readonly anchors: Readonly<Record<string, number>>;
  /** Milliseconds by which this computer's clock is corrected; null when it is wrong by more than can be. */
  readonly clockCorrectionMs: number | null;
}

/** A change of at most this many rows is read at once; of a longer one, rows are read as they are asked for. */
export const READ_AT_ONCE = 80;

/** One open conversation. Rows are LINE's elements: they may be measured and appended to, nothing else. */
export interface Conversation {
  readonly account: AccountId;
  readonly id: ConversationId;
  /** The corrected current time; null when this computer's clock is wrong by more than can be corrected. */
  now(): Instant | null;
  /** All rows in page order, incoming ones too. */
  rows(): readonly HTMLElement[];
  /** Those at most one screen away from the view. Reads layout. */
  rowsNearView(): readonly HTMLElement[];
  /** True once the ids of this conversation have been found to contradict the clocks on the page. */
  idsDistrusted(): boolean;
  /**
   * False for a row that was on the page before this conversation's address was: LINE may change the address before the
   * rows, so that it may belong to the conversation that was open before.
   */
  surelyBelongs(row: HTMLElement): boolean;
  /** Width of the message list in CSS pixels. Reads layout. */
  width(): number;
  /** What is known of an outgoing message; null for every row on which nothing may be said. Cached until it changes. */
  messageOf(row: HTMLElement): OutgoingMessage | null;
  /** Rows came, went or changed. Called before the browser lays out the page. */
  onRows(listener: (change: RowsChanged) => void, signal: AbortSignal): void;
  /** The view moved or its size changed; at most once a frame. */
  onView(listener: () => void, signal: AbortSignal): void;
  /** A message was seen being taken back. */
  onUnsent(listener: (unsent: UnsentMessage) => void, signal: AbortSignal): void;
  /**
   * Tells when messages were sent whose ids say nothing, from an earlier visit. Ids that say something are not affected.
   */
  remember(known: ReadonlyMap<MessageId, JudgedMessage['sendTime']>): void;
}

/** `rejudge`: something became known that may change what any row means (a wrong clock, ids that cannot be believed). */
export interface RowsChanged {
  readonly added: readonly HTMLElement[];
  readonly changed: ReadonlySet<HTMLElement>;
  readonly rejudge: boolean;
}

/** An outgoing message that LINE has taken. `id` is null where the page does not tell it. */
export interface OutgoingMessage extends JudgedMessage {
  readonly id: MessageId | null;
}

export interface UnsentMessage {
  readonly id: MessageId;
  readonly at: Instant;
}
