import type { UnsendOutcome } from '../switches.ts';
import { switches } from './active-switches.ts';
import { now } from './clock.ts';
import type { Conversation } from './content/conversations.ts';
import { labels, shop } from './locale.ts';
import type { Content, Message } from './model/message.ts';

/** However slow the answer, the server has stamped the message within this time. */
const LONGEST_STAMP_MS = 200;
const MINUTE_MS = 60_000;

export interface ServerEvents {
  /** A conversation has changed; `replaced` is the key of a row that the page should build anew. */
  readonly onChange: (
    conversation: Conversation,
    change: { readonly follow: boolean; readonly replaced?: string },
  ) => void;
}

/** The imagined server: what it answers, and after how long. */
export class Server {
  readonly #events: ServerEvents;
  #latencyMs = 350;

  constructor(events: ServerEvents) {
    this.#events = events;
  }

  setLatency(latencyMs: number): void {
    this.#latencyMs = latencyMs;
  }

  /** Calls back when an answer has had time to arrive. */
  afterLatency(answer: () => void): void {
    setTimeout(answer, this.#latencyMs);
  }

  /** Shows an optimistic row at once; confirms it, or lets it fail, after the latency. */
  send(conversation: Conversation, content: Content): void {
    const pending = conversation.maker.pending(shop.operators[1], now(), content);
    conversation.timeline.append(pending);
    this.#events.onChange(conversation, { follow: true });
    this.afterLatency(() => this.#settle(conversation, pending));
  }

  /** A customer's message arrives. */
  receive(conversation: Conversation, content: Content): void {
    const { maker, cast, timeline } = conversation;
    timeline.append(maker.received('incoming', cast.member(), now(), content));
    this.#events.onChange(conversation, { follow: false });
  }

  /** Unsends the message with this id, at once. */
  unsend(conversation: Conversation, id: string, outcome: UnsendOutcome): void {
    const { timeline, maker } = conversation;
    const message = timeline.find((candidate) => candidate.id === id);
    if (message === undefined) throw new RangeError(`no message ${id} in this conversation`);
    switch (outcome) {
      case 'removed':
        timeline.replace(message.key, null);
        break;
      case 'notice':
        timeline.replace(message.key, maker.notice(message.sentAt, labels.unsend.notice));
        break;
      case 'note':
      case 'text':
        timeline.replace(message.key, { ...message, state: 'unsent', unsentAs: outcome });
        break;
    }
    this.#events.onChange(conversation, { follow: false });
  }

  #settle(conversation: Conversation, pending: Message): void {
    const { timeline, maker } = conversation;
    if (switches.send === 'fail') {
      timeline.replace(pending.key, { ...pending, state: 'failed' });
      this.#events.onChange(conversation, { follow: false });
      return;
    }
    timeline.replace(pending.key, maker.confirmed(pending, stampedAt(pending, this.#latencyMs)));
    const replaced = switches.confirm === 'replace' ? { replaced: pending.key } : {};
    this.#events.onChange(conversation, { follow: false, ...replaced });
  }
}

/** When the server received a message; in the minute of its submission, so that no row changes its run afterwards. */
function stampedAt({ sentAt }: Message, latencyMs: number): number {
  const endOfMinute = Math.ceil((sentAt + 1) / MINUTE_MS) * MINUTE_MS - 1;
  return Math.min(sentAt + Math.min(latencyMs / 2, LONGEST_STAMP_MS), endOfMinute);
}
