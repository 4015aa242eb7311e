import * as v from 'valibot';
import { type Instant, MINUTE, startOfMinute } from '../../src/domain/clock.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy/policy.ts';
import { type ClockReading, correctedNow } from '../../src/domain/unsend/clock-reading.ts';
import {
  type AccountId,
  accountIdSchema,
  conversationIdSchema,
  type MessageId,
  messageIdSchema,
} from '../../src/domain/unsend/identity.ts';
import type { SendTime, SendTimeSource } from '../../src/domain/unsend/send-time.ts';
import type { SeenMessage } from '../../src/domain/unsend/sent-message.ts';
import { DatabaseKeeper } from '../../src/storage/database-keeper.ts';
import type { Room } from '../../src/storage/message-patch.ts';
import { SentMessages } from '../../src/storage/sent-messages.ts';
import { SENT_MESSAGES, type SentMessagesSchema } from '../../src/storage/sent-messages-schema.ts';
import { FakeStorageArea } from './fake-browser.ts';
import { FakeClock } from './fake-clock.ts';

/** 2026-11-20 10:00:00 in Japan. */
export const TEN_O_CLOCK: Instant = Date.UTC(2026, 10, 20, 1, 0, 0);

/** The n-th account of a test. */
export function account(n: number): AccountId {
  return v.parse(accountIdSchema, `U${n.toString(16).padStart(32, '0')}`);
}

/** The n-th conversation of an account. */
export function room(n: number, ofAccount = 1): Room {
  const conversation = v.parse(conversationIdSchema, `Uc${n.toString(16).padStart(31, '0')}`);
  return { account: account(ofAccount), conversation };
}

export function messageId(text: string): MessageId {
  return v.parse(messageIdSchema, text);
}

/** A send time as each source gives it: a minute for the clock, a moment for the others. */
export function sendTime(at: Instant, source: SendTimeSource = 'id'): SendTime {
  if (source !== 'clock') return { earliest: at, latest: at, precision: 'exact', source };
  const minute = startOfMinute(at);
  return { earliest: minute, latest: minute + MINUTE - 1, precision: 'minute', source };
}

/** A message as a content script reports it; sent at ten o'clock and seen at once unless told otherwise. */
export function seen(id: string, change: Partial<SeenMessage> = {}): SeenMessage {
  const time = change.sendTime ?? sendTime(TEN_O_CLOCK);
  return { id: messageId(id), sendTime: time, kind: 'text', seenAt: time.latest, ...change };
}

/** Everything around a store that outlives the worker, and the worker's part, which can be started over. */
export class StoreBench {
  readonly clock = new FakeClock(TEN_O_CLOCK + MINUTE);
  readonly local = new FakeStorageArea();
  readonly session = new FakeStorageArea();
  readonly reported: unknown[] = [];
  policy: Policy = DEFAULT_POLICY;
  readClock: () => Promise<ClockReading> = async () => this.clockReading;
  clockReading: ClockReading = { isWrong: false, correctionMs: 0 };
  #factory: IDBFactory | undefined;

  constructor(factory: IDBFactory | undefined) {
    this.#factory = factory;
  }

  /** The browser gives another `indexedDB` from the next start of the worker on. */
  replaceFactory(factory: IDBFactory | undefined): void {
    this.#factory = factory;
  }

  /** A worker that has just started. */
  start(): SentMessages {
    return this.startWithKeeper().store;
  }

  startWithKeeper(): { readonly store: SentMessages; readonly keeper: DatabaseKeeper<SentMessagesSchema> } {
    const { local, session, clock } = this;
    const keeper = new DatabaseKeeper<SentMessagesSchema>(SENT_MESSAGES, {
      factory: this.#factory,
      local,
      session,
      clock,
    });
    const store = new SentMessages({
      keeper,
      session: this.session,
      clock: this.clock,
      readNow: async () => correctedNow(this.clock.now(), await this.readClock()),
      readPolicy: async () => this.policy,
      report: (error) => this.reported.push(error),
    });
    return { store, keeper };
  }
}

/** All that a store holds, page by page. */
export async function everything(store: SentMessages) {
  const all = [];
  let page = await store.exportPage(null);
  while (page.length > 0) {
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined) break;
    page = await store.exportPage([last.sendTime.earliest, last.id]);
  }
  return all;
}
