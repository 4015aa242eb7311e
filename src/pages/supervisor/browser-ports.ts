import { createClient } from '../../messaging/bus.ts';
import { protocol } from '../../messaging/protocol.ts';
import { browser } from '../../platform/browser.ts';
import { saveFile } from '../save-file.ts';
import { draftStore } from './draft-store.ts';
import { BROWSER_SIGNING_PORTS } from './signing/signing-ports.ts';
import type { SupervisorPorts } from './supervisor-ports.ts';

const PAGE = 500;

/** What the supervisor's page needs, from the worker and the browser. */
export function browserPorts(): SupervisorPorts {
  const ask = createClient((message) => browser.runtime.sendMessage(message));
  return {
    clock: { now: () => Date.now() },
    draft: draftStore(browser.storage.local),
    pageBefore: (before) => ask('journalPage', { before, limit: PAGE }, protocol.journalPage.answer),
    saveFile,
    signing: BROWSER_SIGNING_PORTS,
  };
}
