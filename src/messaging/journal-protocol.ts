/** The messages about the journal: a part of `protocol.ts`. */
import * as v from 'valibot';
import { storedEntrySchema } from '../domain/journal/entry.ts';

export const journalVerbs = {
  /**
   * Entries of the journal, newest first, before `before` (null: from the newest). The worker narrows them by nothing else: an
   * entry that nobody can read fits no condition, and would be hidden.
   */
  journalPage: {
    from: ['page'],
    request: v.object({
      before: v.nullable(v.number()),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
    }),
    answer: v.object({ entries: v.array(storedEntrySchema) }),
  },
  /** Entries of the journal, oldest first, from `from` on: for checking and for files. */
  journalExport: {
    from: ['page'],
    request: v.object({
      from: v.pipe(v.number(), v.integer(), v.minValue(1)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
    }),
    answer: v.object({
      entries: v.array(storedEntrySchema),
      /** The newest entry as the second store remembers it; null while there is none. */
      head: v.nullable(v.object({ seq: v.number(), hash: v.string() })),
    }),
  },
} as const;
