import * as v from 'valibot';
import { type Policy, policySchema, readPolicy } from '../domain/policy/policy.ts';
import type { StorageListener, WatchedStorageArea } from './storage-area.ts';

const KEY = 'policy';

/** Where the settings are kept; the same for the worker and for our pages. */
export interface PolicyStore {
  /** The settings in force; damaged or missing fields have their defaults. */
  read(): Promise<Policy>;
  /** Replaces all settings. @throws v.ValiError when a value is out of range: then nothing is changed. */
  write(policy: Policy): Promise<void>;
  /** Calls `listener` with the new settings after every change, whoever made it, until `signal` aborts. */
  watch(listener: (policy: Policy) => void, signal: AbortSignal): void;
}

/** @param area `storage.local` */
export function policyStore(area: WatchedStorageArea): PolicyStore {
  return {
    read: async () => readPolicy((await area.get(KEY))[KEY]),
    write: async (policy) => area.set({ [KEY]: v.parse(policySchema, policy) }),
    watch: (listener, signal) => {
      if (signal.aborted) return;
      const onChange: StorageListener = (changes) => {
        if (Object.hasOwn(changes, KEY)) listener(readPolicy(newValue(changes[KEY])));
      };
      area.onChanged.addListener(onChange);
      signal.addEventListener('abort', () => area.onChanged.removeListener(onChange), { once: true });
    },
  };
}

function newValue(change: unknown): unknown {
  return typeof change === 'object' && change !== null && 'newValue' in change ? change.newValue : undefined;
}
