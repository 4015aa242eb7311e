import * as v from 'valibot';
import { type AccountId, accountIdSchema } from '../domain/unsend/identity.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import type { StorageArea } from './storage-area.ts';

const KEY = 'account-names';
/** Nobody works for more accounts; a page that invents accounts shall not fill the disk. */
const LIMIT = 200;

const namesSchema = v.array(v.tuple([accountIdSchema, v.pipe(v.string(), v.maxLength(100))]));

/** Names of official accounts as LINE's pages show them, the one noted last at the end. */
export interface AccountNames {
  all(): Promise<ReadonlyMap<AccountId, string>>;
  note(account: AccountId, name: string): Promise<void>;
  forget(account: AccountId): Promise<void>;
}

/** @param area `storage.local` */
export function accountNames(area: StorageArea): AccountNames {
  const all = async () => {
    const parsed = v.safeParse(namesSchema, (await area.get(KEY))[KEY]);
    return new Map(parsed.success ? parsed.output : []);
  };
  const inTurn = oneAfterAnother();
  const change = (edit: (names: Map<AccountId, string>) => boolean): Promise<void> =>
    inTurn(async () => {
      const names = await all();
      if (edit(names)) await area.set({ [KEY]: [...names].slice(-LIMIT) });
    });
  return {
    all,
    note: (account, name) =>
      change((names) => {
        if (names.get(account) === name) return false;
        names.delete(account);
        names.set(account, name);
        return true;
      }),
    forget: (account) => change((names) => names.delete(account)),
  };
}
