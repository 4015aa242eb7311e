import type { DBSchema, IDBPDatabase } from 'idb';
import type { Instant } from '../domain/clock.ts';
import type { AccountId, ConversationId, MessageId } from '../domain/unsend/identity.ts';
import type { StoredMessage } from '../domain/unsend/sent-message.ts';
import type { DatabaseForm, Upgrade } from './open-database.ts';

/** The primary key: earliest send time, then id. Independent of any window, so a changed window moves no record. */
export type SentMessageKey = [sentAt: Instant, id: MessageId];

export interface SentMessagesSchema extends DBSchema {
  messages: {
    key: SentMessageKey;
    value: StoredMessage;
    indexes: { conversation: [AccountId, ConversationId, MessageId] };
  };
}

export type SentMessagesDatabase = IDBPDatabase<SentMessagesSchema>;

export function keyOf(message: StoredMessage): SentMessageKey {
  return [message.sendTime.earliest, message.id];
}

/** A new version is a new function at the end, with a row in tests/unit/storage/upgrades.test.ts. */
export const SENT_MESSAGES_UPGRADES: readonly Upgrade[] = [
  function createMessages(database) {
    const messages = database.createObjectStore('messages', { keyPath: ['sendTime.earliest', 'id'] });
    // Unique: a message that was read twice, from two sources, must not be stored twice.
    messages.createIndex('conversation', ['account', 'conversation', 'id'], { unique: true });
  },
];

export const SENT_MESSAGES: DatabaseForm = {
  prefix: 'matta-sent',
  key: 'sent-messages',
  upgrades: SENT_MESSAGES_UPGRADES,
};

// In an array key an array comes after every string, so `[account, []]` is the end of an account.

/** The part of the index `conversation` that belongs to an account. */
export function accountRange(account: AccountId): IDBKeyRange {
  return IDBKeyRange.bound([account], [account, []]);
}

/** The part of the index `conversation` that belongs to one conversation. */
export function conversationRange(account: AccountId, conversation: ConversationId): IDBKeyRange {
  return IDBKeyRange.bound([account, conversation], [account, conversation, []]);
}
