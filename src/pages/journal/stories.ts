import type { AttemptId } from '../../domain/broadcast/broadcast.ts';
import { readEntry } from '../../domain/journal/chain.ts';
import type { Entry, StoredEntry } from '../../domain/journal/entry.ts';

/** An entry as it is shown; `entry` is null when nobody can read what is stored. */
export interface SeenEntry {
  readonly seq: number;
  readonly entry: Entry | null;
}

/** What belongs together: all entries of one attempt, oldest first, or a single entry that belongs to none. */
export interface Story {
  readonly key: string;
  readonly attempt: AttemptId | null;
  readonly entries: readonly SeenEntry[];
}

/** Reads a stored entry, whatever it holds. */
export function seeEntry(stored: StoredEntry): SeenEntry {
  return { seq: stored.seq, entry: readEntry(stored) };
}

/** Puts entries together, the story with the newest entry first. @param entries newest first */
export function storiesOf(entries: readonly SeenEntry[]): readonly Story[] {
  const stories = new Map<string, { attempt: AttemptId | null; entries: SeenEntry[] }>();
  for (const seen of entries) {
    const attempt = seen.entry?.attempt ?? null;
    const key = attempt ?? `entry ${seen.seq}`;
    const story = stories.get(key);
    if (story === undefined) stories.set(key, { attempt, entries: [seen] });
    else story.entries.unshift(seen);
  }
  return [...stories].map(([key, story]) => ({ key, ...story }));
}

/** Whether the beginning of a story is not among the entries that were read so far. */
export function beginsEarlier({ attempt, entries }: Story, isAllRead: boolean): boolean {
  if (isAllRead || attempt === null) return false;
  return entries.every(({ entry }) => entry?.event.kind !== 'attempted');
}
