import { createClient } from '../../messaging/bus.ts';
import { protocol } from '../../messaging/protocol.ts';
import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import type { OptionsPorts } from './options-ports.ts';

const VISITED = 'options-visited';

/** What the options page needs, from the worker and the browser. */
export function browserPorts(): OptionsPorts {
  const ask = createClient((message) => browser.runtime.sendMessage(message));
  return {
    clock: { now: () => Date.now() },
    policy: policyStore(browser.storage.local),
    accounts: () => ask('accounts', {}, protocol.accounts.answer),
    forgetAccount: async (account) => {
      const { removed } = await ask('forgetAccount', { account }, protocol.forgetAccount.answer);
      return removed;
    },
    exportPage: (after) => ask('export', { after }, protocol.export.answer),
    saveFile,
    browserLanguage: browser.i18n.getUILanguage(),
    firstVisit: isFirstVisit(),
  };
}

function saveFile(name: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes its copy after the click has been handled; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function isFirstVisit(): boolean {
  const isFirst = localStorage.getItem(VISITED) === null;
  localStorage.setItem(VISITED, 'yes');
  return isFirst;
}
