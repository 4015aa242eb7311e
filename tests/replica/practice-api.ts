import type { UnsendOutcome } from './switches.ts';

/** What the practice page knows to be true of one row in its message list. */
export interface RowTruth {
  /** Position among the rows now in the DOM, from 0, in page order. */
  readonly index: number;
  /** The true 18-digit message id, whatever the page shows; null until the server has confirmed the message. */
  readonly id: string | null;
  /** What the `data-id` attribute holds now; null without the attribute. */
  readonly dataId: string | null;
  readonly direction: 'outgoing' | 'incoming';
  /** Who wrote it: a person of the account, its automatic response, or the customer. */
  readonly kind: 'operator' | 'automatic' | 'customer';
  /** When the server received it, epoch ms; the moment of submitting while there is no id. */
  readonly sentAt: number;
  readonly state: 'sent' | 'sending' | 'failed' | 'unsent';
}

export interface ConversationReference {
  readonly index: number;
  readonly chatId: string;
}

/** `window.practice`: how a test makes things happen on the practice page and asks what is true. */
export interface PracticeApi {
  /** The truth about every row now in the DOM, in page order. */
  truth(): readonly RowTruth[];
  /** The truth about one row element; null for anything else. */
  truthOf(element: Element): RowTruth | null;
  /** The row elements now in the DOM, in page order. */
  rows(): Element[];
  /** A customer's message arrives in the open conversation. */
  receive(text?: string): void;
  /** The operator sends a message in the open conversation, through the usual optimistic row. */
  send(text?: string): void;
  /** Prepends a page of older rows; answers how many. */
  older(): number;
  /** Opens a conversation by its position in `conversations()`, without reloading the page. */
  open(index: number): void;
  conversations(): readonly ConversationReference[];
  /** Renders all rows again and removes what the page did not put there, whatever the `rerender` switch says. */
  rerender(): void;
  /** Moves the clock to 00:00:01 of the next day in the displayed zone. */
  passMidnight(): void;
  /** Unsends a message of the open conversation by its true id, without menu, dialog or latency. */
  unsend(id: string, outcome?: UnsendOutcome): void;
  /** How long the imagined server takes to answer, in ms. */
  setLatency(latencyMs: number): void;
  /** Makes a number of unrelated changes in the conversation list. */
  churn(count: number): void;
}

/** A row element of the practice page tells its own truth, for tests that hold only the element. */
export interface PracticeRowElement extends HTMLElement {
  practiceTruth?: () => RowTruth | null;
}

declare global {
  interface Window {
    readonly practice: PracticeApi;
  }
}
