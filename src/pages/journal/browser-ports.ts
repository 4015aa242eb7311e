import { createClient } from '../../messaging/bus.ts';
import { protocol } from '../../messaging/protocol.ts';
import { browser } from '../../platform/browser.ts';
import { sha256 } from '../../platform/digest.ts';
import { isSignedBy } from '../../platform/signing.ts';
import { saveFile } from '../save-file.ts';
import type { JournalPorts } from './journal-ports.ts';

const PAGE = 500;
const STEP = 1_000;

/** What the journal's page needs, from the worker and the browser. */
export function browserPorts(): JournalPorts {
  const ask = createClient((message) => browser.runtime.sendMessage(message));
  return {
    clock: { now: () => Date.now() },
    pageBefore: (before) => ask('journalPage', { before, limit: PAGE }, protocol.journalPage.answer),
    stepFrom: (from) => ask('journalExport', { from, limit: STEP }, protocol.journalExport.answer),
    sha256,
    isSignedBy,
    saveFile,
  };
}
