import * as v from 'valibot';
import { type EntryDraft, entryDraftSchema } from '../../domain/journal/entry.ts';
import { RecentList } from '../../storage/recent-list.ts';
import type { StorageArea } from '../../storage/storage-area.ts';
import type { Report } from '../ports.ts';
import type { Journal } from './gate-ports.ts';

const lateSchema = v.object({ once: v.pipe(v.string(), v.maxLength(400)), draft: entryDraftSchema });

/**
 * What the journal could not take. The way out must stay open when the journal's database does not: a wrong alert has to be
 * corrected within minutes. So what the journal refuses is kept in another store, and moves when a worker starts and the journal works.
 */
export class LateEntries {
  readonly #list: RecentList<v.InferOutput<typeof lateSchema>>;
  readonly #journal: Pick<Journal, 'append'>;
  readonly #report: Report;

  /** @param area `storage.local` */
  constructor(area: StorageArea, journal: Pick<Journal, 'append'>, report: Report) {
    this.#list = new RecentList({
      area,
      key: 'late-entries',
      schema: lateSchema,
      nameOf: ({ once }) => once,
      limit: 200,
    });
    this.#journal = journal;
    this.#report = report;
  }

  /** Writes into the journal, or where that fails beside it. @throws when neither takes it */
  async append(draft: EntryDraft, once: string): Promise<void> {
    try {
      await this.#journal.append(draft, once);
    } catch (error) {
      this.#report('write into the journal', error);
      await this.#list.put({ once, draft });
    }
  }

  /** Moves into the journal what waits. For every start. @throws whatever the journal throws */
  async catchUp(): Promise<void> {
    for (const { once, draft } of await this.#list.all()) {
      await this.#journal.append(draft, once);
      await this.#list.remove((other) => other.once === once);
    }
  }
}
