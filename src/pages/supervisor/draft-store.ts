import type { Fields } from '../../domain/policy/migrations.ts';

/** Beside the settings that are in force, and never among them: only this page reads it. */
export const DRAFT = 'policy-draft';

type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;
type Listener = (changes: Changes) => void;

/** What is used of `storage.local`. */
export interface DraftArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  readonly onChanged: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}

/** Where a policy lies while somebody works on it. */
export interface DraftStore {
  /** As it was written; undefined: there is none. */
  read(): Promise<unknown>;
  write(layer: Fields): Promise<void>;
  /** Tells of every change, whoever made it, until `signal` aborts. */
  watch(listener: (stored: unknown) => void, signal: AbortSignal): void;
}

/** @param area `storage.local` */
export function draftStore(area: DraftArea): DraftStore {
  return {
    read: async () => (await area.get(DRAFT))[DRAFT],
    write: (layer) => area.set({ [DRAFT]: layer }),
    watch: (listener, signal) => {
      if (signal.aborted) return;
      const tell: Listener = (changes) => {
        if (Object.hasOwn(changes, DRAFT)) listener(changes[DRAFT]?.newValue);
      };
      area.onChanged.addListener(tell);
      signal.addEventListener('abort', () => area.onChanged.removeListener(tell), { once: true });
    },
  };
}
