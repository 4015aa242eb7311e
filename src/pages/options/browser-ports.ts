import { createClient } from '../../messaging/bus.ts';
import { protocol } from '../../messaging/protocol.ts';
import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import { saveFile } from '../save-file.ts';
import { browserSupervisorPorts } from './browser-supervisor-ports.ts';
import type { OptionsPorts } from './options-ports.ts';

const VISITED = 'options-visited';

/** What the options page needs, from the worker and the browser. */
export function browserPorts(): OptionsPorts {
  const ask = createClient((message) => browser.runtime.sendMessage(message));
  return {
    clock: { now: () => Date.now() },
    policy: policyStore(browser.storage.local, browser.storage.managed, indexedDB),
    supervisor: browserSupervisorPorts(ask),
    accounts: () => ask('accounts', {}, protocol.accounts.answer),
    forgetAccount: async (account) => {
      const { removed } = await ask('forgetAccount', { account }, protocol.forgetAccount.answer);
      return removed;
    },
    exportPage: (after) => ask('export', { after }, protocol.export.answer),
    saveFile: (name, parts) => saveFile(name, 'application/json', parts),
    browserLanguage: browser.i18n.getUILanguage(),
    firstVisit: isFirstVisit(),
  };
}

function isFirstVisit(): boolean {
  const isFirst = localStorage.getItem(VISITED) === null;
  localStorage.setItem(VISITED, 'yes');
  return isFirst;
}
