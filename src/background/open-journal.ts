import type { Clock } from '../domain/clock.ts';
import type { ClockWatch } from '../domain/journal/clocks.ts';
import { browser } from '../platform/browser.ts';
import { newSigningKey, signHash } from '../platform/signing.ts';
import { DatabaseKeeper } from '../storage/database-keeper.ts';
import { JOURNAL, type JournalSchema } from '../storage/journal-schema.ts';
import { JournalStore } from '../storage/journal-store.ts';
import type { Report } from './ports.ts';

/** The journal of this browser, in a database of its own and signed by a key of its own. */
export function openJournal(clock: Clock, clocks: ClockWatch, report: Report): JournalStore {
  const { runtime, storage } = browser;
  return new JournalStore({
    keeper: new DatabaseKeeper<JournalSchema>(JOURNAL, {
      factory: globalThis.indexedDB,
      local: storage.local,
      session: storage.session,
      clock,
    }),
    local: storage.local,
    clocks,
    signing: { newKey: newSigningKey, sign: signHash },
    extension: runtime.getManifest().version,
    report: (error) => report('remember the end of the journal', error),
  });
}
