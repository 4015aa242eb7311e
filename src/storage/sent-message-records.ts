import type { IDBPObjectStore } from 'idb';
import type { Instant } from '../domain/clock.ts';
import type { AccountId } from '../domain/unsend/identity.ts';
import type { StoredMessage } from '../domain/unsend/sent-message.ts';
import { applyPatch, type MessagePatch, type Room } from './message-patch.ts';
import {
  accountRange,
  conversationRange,
  keyOf,
  type SentMessageKey,
  type SentMessagesDatabase,
  type SentMessagesSchema,
} from './sent-messages-schema.ts';
import type { ReadFrom } from './urgent-messages.ts';
import { wholly } from './wholly.ts';

type Store<Mode extends IDBTransactionMode> = IDBPObjectStore<
  SentMessagesSchema,
  ['messages'],
  'messages',
  Mode
>;

/** Most records one transaction deletes: about a fifth of a second, during which nothing else is answered. */
export const DELETE_SLICE = 5_000;

/** Stores patches, all of them or none. */
export function writePatches(
  database: SentMessagesDatabase,
  patches: readonly MessagePatch[],
): Promise<void> {
  return write(database, async (store) => {
    const byIdentity = store.index('conversation');
    const stored = await Promise.all(patches.map((patch) => byIdentity.get(identityOf(patch))));
    const taken = new Set<string>();
    await Promise.all(patches.map((patch, index) => writePatch(store, stored[index], patch, taken)));
  });
}

/** What is stored of the messages that `patches` are about, with the patches applied; nothing is changed. */
export async function readPatched(
  database: SentMessagesDatabase,
  patches: readonly MessagePatch[],
): Promise<readonly StoredMessage[]> {
  const byIdentity = database.transaction('messages').store.index('conversation');
  const stored = await Promise.all(patches.map((patch) => byIdentity.get(identityOf(patch))));
  return patches.flatMap((patch, index) => applyPatch(stored[index], patch) ?? []);
}

/** Reads in order of sending, as {@link ReadFrom} says. */
export function readFrom(database: SentMessagesDatabase): ReadFrom {
  return (from, open, count) => database.getAll('messages', IDBKeyRange.lowerBound(from, open), count);
}

/** One conversation, in no particular order. */
export function readConversation(
  database: SentMessagesDatabase,
  { account, conversation }: Room,
): Promise<StoredMessage[]> {
  return database.getAllFromIndex('messages', 'conversation', conversationRange(account, conversation));
}

/** Number of records of each account; the accounts are found by leaping from one to the next. */
export async function countByAccount(database: SentMessagesDatabase): Promise<Map<AccountId, number>> {
  const index = database.transaction('messages').store.index('conversation');
  const counts = new Map<AccountId, number>();
  let cursor = await index.openKeyCursor();
  while (cursor !== null) {
    const [account] = cursor.key;
    counts.set(account, await index.count(accountRange(account)));
    cursor = await index.openKeyCursor(IDBKeyRange.lowerBound([account, []]));
  }
  return counts;
}

/** Deletes up to {@link DELETE_SLICE} records that were sent before `before`. Answers how many. */
export function deleteBefore(database: SentMessagesDatabase, before: Instant): Promise<number> {
  return write(database, async (store) => {
    const keys = await store.getAllKeys(IDBKeyRange.upperBound([before], true), DELETE_SLICE);
    const last = keys.at(-1);
    if (last !== undefined) await store.delete(IDBKeyRange.upperBound(last));
    return keys.length;
  });
}

/** Deletes up to {@link DELETE_SLICE} records of an account. Answers how many. */
export function deleteOfAccount(database: SentMessagesDatabase, account: AccountId): Promise<number> {
  return write(database, async (store) => {
    const keys = await store.index('conversation').getAllKeys(accountRange(account), DELETE_SLICE);
    await Promise.all(keys.map((key) => store.delete(key)));
    return keys.length;
  });
}

/** Deletes up to {@link DELETE_SLICE} records of a conversation that {@link isTimedById}. Answers how many. */
export function deleteTimedById(
  database: SentMessagesDatabase,
  { account, conversation }: Room,
): Promise<number> {
  return write(database, async (store) => {
    const own = await store.index('conversation').getAll(conversationRange(account, conversation));
    const doomed = own.filter(isTimedById).slice(0, DELETE_SLICE);
    await Promise.all(doomed.map((message) => store.delete(keyOf(message))));
    return doomed.length;
  });
}

/** True where the id alone says when a message was sent, and the message is still there. */
export function isTimedById({ sendTime, unsentAt }: StoredMessage): boolean {
  return sendTime.source === 'id' && unsentAt === null;
}

function identityOf({
  account,
  conversation,
  id,
}: MessagePatch): [AccountId, Room['conversation'], StoredMessage['id']] {
  return [account, conversation, id];
}

async function writePatch(
  store: Store<'readwrite'>,
  stored: StoredMessage | undefined,
  patch: MessagePatch,
  taken: Set<string>,
): Promise<void> {
  const patched = applyPatch(stored, patch);
  if (patched === undefined) return;
  const key = keyOf(patched);
  if (stored === undefined || !isSameKey(key, keyOf(stored))) {
    // Ids are LINE's own and unique. Two equal ones in two conversations are not LINE's; the first keeps its place.
    const name = key.join();
    if (taken.has(name)) return;
    taken.add(name);
    if ((await store.getKey(key)) !== undefined) return;
    if (stored !== undefined) await store.delete(keyOf(stored));
  }
  await store.put(patched);
}

function isSameKey(a: SentMessageKey, b: SentMessageKey): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** One transaction: complete when the promise is fulfilled, undone when it is rejected. */
function write<T>(
  database: SentMessagesDatabase,
  work: (store: Store<'readwrite'>) => Promise<T>,
): Promise<T> {
  // Relaxed: a power cut may cost the last seconds, which LINE's page shows again; a crash of the browser costs nothing.
  const transaction = database.transaction('messages', 'readwrite', { durability: 'relaxed' });
  return wholly(transaction, () => work(transaction.store));
}
