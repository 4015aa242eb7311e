import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import { showPage } from '../show-page.tsx';
import { ApprovalPage } from './approval-page.tsx';
import { browserPorts } from './browser-ports.ts';

const ports = browserPorts();
await showPage(policyStore(browser.storage.local, browser.storage.managed, indexedDB), {
  id: 'approval',
  title: 'approvalTitle',
  content: () => <ApprovalPage ports={ports} />,
});
