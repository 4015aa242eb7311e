import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import { showPage } from '../show-page.tsx';
import { browserPorts } from './browser-ports.ts';
import { Supervisor } from './supervisor.tsx';

const ports = browserPorts();
const stored = await ports.draft.read();
await showPage(policyStore(browser.storage.local, browser.storage.managed, indexedDB), {
  id: 'supervisor',
  title: 'supervisorTitle',
  content: () => <Supervisor stored={stored} ports={ports} />,
});
