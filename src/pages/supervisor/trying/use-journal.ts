import { useCallback, useState } from 'preact/hooks';
import { readEntry } from '../../../domain/journal/chain.ts';
import type { Entry, StoredEntry } from '../../../domain/journal/entry.ts';
import type { SupervisorPorts } from '../supervisor-ports.ts';

/** Pages that are read at most: some hundred broadcasts. */
const MOST_PAGES = 6;

export type ReadJournal =
  | { readonly state: 'unread' | 'reading' | 'failed' }
  /** `entries`: oldest first; `unreadable`: how many could not be read. */
  | { readonly state: 'read'; readonly entries: readonly Entry[]; readonly unreadable: number };

/** The newest part of the journal, read when somebody asks for it. */
export function useJournal({ pageBefore }: Pick<SupervisorPorts, 'pageBefore'>) {
  const [journal, setJournal] = useState<ReadJournal>({ state: 'unread' });
  const read = useCallback(() => {
    setJournal({ state: 'reading' });
    readNewest(pageBefore).then(setJournal, () => setJournal({ state: 'failed' }));
  }, [pageBefore]);
  return { journal, read };
}

async function readNewest(pageBefore: SupervisorPorts['pageBefore']): Promise<ReadJournal> {
  const stored: StoredEntry[] = [];
  for (let page = 0; page < MOST_PAGES; page++) {
    const { entries } = await pageBefore(stored.at(-1)?.seq ?? null);
    stored.push(...entries);
    if (entries.length === 0) break;
  }
  const entries = stored.toReversed().flatMap((entry) => readEntry(entry) ?? []);
  return { state: 'read', entries, unreadable: stored.length - entries.length };
}
