import type { StoredMessage } from '../domain/unsend/sent-message.ts';
import { type MessagePatch, messageKey } from './message-patch.ts';
import { readPatched } from './sent-message-records.ts';
import { keyOf, type SentMessageKey, type SentMessagesDatabase } from './sent-messages-schema.ts';

/** Records read for one page of an export. */
const PAGE = 1_000;

/**
 * A page of all messages in order of their key: those after `after`; an empty one is the end. What could not be stored yet
 * (`unsaved`) stands where it will stand once it is.
 */
export async function readExportPage(
  database: SentMessagesDatabase,
  after: SentMessageKey | null,
  unsaved: readonly MessagePatch[],
): Promise<readonly StoredMessage[]> {
  const changed = await readPatched(database, unsaved);
  const outdated = new Set(unsaved.map(messageKey));
  let from = after;
  while (true) {
    const range = from === null ? null : IDBKeyRange.lowerBound(from, true);
    const slice = await database.getAll('messages', range, PAGE);
    const last = slice.at(-1);
    const until = last === undefined || slice.length < PAGE ? null : keyOf(last);
    const page = [
      ...slice.filter((message) => !outdated.has(messageKey(message))),
      ...changed.filter((message) => isBetween(keyOf(message), from, until)),
    ].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
    if (page.length > 0 || until === null) return page;
    from = until;
  }
}

function isBetween(key: SentMessageKey, after: SentMessageKey | null, until: SentMessageKey | null): boolean {
  return (after === null || compareKeys(key, after) > 0) && (until === null || compareKeys(key, until) <= 0);
}

/** The order of the database: by time, then by the code units of the id. */
function compareKeys([timeA, idA]: SentMessageKey, [timeB, idB]: SentMessageKey): number {
  if (timeA !== timeB) return timeA - timeB;
  return idA === idB ? 0 : idA < idB ? -1 : 1;
}
