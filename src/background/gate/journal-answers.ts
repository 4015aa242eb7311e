import type { Handlers } from '../../messaging/serve.ts';
import type { Journal } from './gate-ports.ts';

/** The journal for our own pages. */
export function journalAnswers(journal: Journal): Pick<Handlers, 'journalPage' | 'journalExport'> {
  return {
    journalPage: async (wish) => ({ entries: [...(await journal.page(wish))] }),
    journalExport: async ({ from, limit }) => ({
      entries: [...(await journal.all(from, limit))],
      head: await journal.head(),
    }),
  };
}
