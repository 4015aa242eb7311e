import * as v from 'valibot';
import { type EntryDraft, entryDraftSchema } from '../../domain/journal/entry.ts';
import { mayComeLate } from '../../domain/journal/who-writes.ts';
import { oneAfterAnother } from '../../platform/one-after-another.ts';
import { RecentList } from '../../storage/recent-list.ts';
import type { StorageArea } from '../../storage/storage-area.ts';
import type { Report } from '../ports.ts';
import type { Journal } from './gate-ports.ts';

const lateSchema = v.object({
  once: v.pipe(v.string(), v.maxLength(400)),
  draft: v.pipe(
    entryDraftSchema,
    v.check(({ event }) => mayComeLate(event)),
  ),
});

/** Entries about what was only seen; a page that is stopped again and again shall not fill the disk. */
const MOST_SEEN = 200;
/** Reasons of the way out have room of their own: nothing that was only seen pushes one out. */
const MOST_REASONS = 200;

/** So much waits for the journal that no more is kept. */
export class LateEntriesFull extends Error {
  override readonly name = 'LateEntriesFull';
}

/**
 * What the journal could not take. The way out must stay open when the journal's database does not: a wrong alert has to be
 * corrected within minutes, and what left for LINE all the same has left. So what the journal refuses is kept in another store, and
 * moves when a worker starts, or the next entry comes, and the journal works: each with the time when it happened, the oldest first.
 * Whoever gets at that store can change it: so it holds only what happens without the journal, and each entry says that it came late.
 */
export class LateEntries {
  readonly #list: RecentList<v.InferOutput<typeof lateSchema>>;
  readonly #journal: Pick<Journal, 'append'>;
  readonly #report: Report;
  readonly #inTurn = oneAfterAnother();

  /** @param area `storage.local` */
  constructor(area: StorageArea, journal: Pick<Journal, 'append'>, report: Report) {
    this.#list = new RecentList({
      area,
      key: 'late-entries',
      schema: lateSchema,
      nameOf: ({ once }) => once,
      limit: MOST_SEEN + MOST_REASONS,
    });
    this.#journal = journal;
    this.#report = report;
  }

  /**
   * Writes into the journal, after what waits for it, or where that fails beside it.
   * @param once as for the journal: the same name again writes nothing
   * @throws when neither takes it
   */
  append(draft: EntryDraft, once: string): Promise<void> {
    return this.#inTurn(async () => {
      // Whatever keeps the others back shall not keep this one.
      await this.#move().catch(() => undefined);
      try {
        await this.#journal.append(draft, once);
      } catch (error) {
        if (!mayComeLate(draft.event)) throw error;
        this.#report('write into the journal', error);
        await this.#keep(draft, once);
      }
    });
  }

  /** Moves into the journal what waits. For every start. @throws whatever the journal throws */
  catchUp(): Promise<void> {
    return this.#inTurn(() => this.#move());
  }

  async #move(): Promise<void> {
    for (const { once, draft } of await this.#list.all()) {
      await this.#journal.append({ ...draft, late: true }, once);
      await this.#list.remove((other) => other.once === once);
    }
  }

  async #keep(draft: EntryDraft, once: string): Promise<void> {
    if (!isReason(draft)) {
      const seen = (await this.#list.all()).filter((late) => !isReason(late.draft));
      if (seen.length >= MOST_SEEN) throw new LateEntriesFull();
    }
    await this.#list.put({ once, draft });
  }
}

function isReason({ event }: EntryDraft): boolean {
  return event.kind === 'overridden';
}
