import * as v from 'valibot';
import { basicIdSchema } from '../domain/broadcast/basic-id.ts';
import type { KnownAccount } from '../domain/broadcast/finding.ts';
import { RecentList } from './recent-list.ts';
import type { StorageArea } from './storage-area.ts';

const accountSchema = v.object({ id: basicIdSchema, name: v.pipe(v.string(), v.maxLength(100)) });

/**
 * Accounts whose manager was open on this computer, the one seen last at the end: among them a person picks the one that a
 * broadcast is from.
 * @param area `storage.local`
 */
export function knownManagers(area: StorageArea): RecentList<KnownAccount> {
  return new RecentList({
    area,
    key: 'known-managers',
    schema: accountSchema,
    nameOf: ({ id }) => id,
    limit: 50,
  });
}

/**
 * Labels of buttons that were seen to send, besides the usual words.
 * @param area `storage.local`
 */
export function sendLabels(area: StorageArea): RecentList<string> {
  return new RecentList({
    area,
    key: 'send-labels',
    schema: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    nameOf: (label) => label,
    limit: 20,
  });
}
