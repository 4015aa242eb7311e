import { askToKeepRecords } from '../keep-records.ts';
import { showPage } from '../show-page.tsx';
import { browserPorts } from './browser-ports.ts';
import { Options } from './options.tsx';

const ports = browserPorts();
await showPage(ports.policy, {
  id: 'options',
  title: 'optionsTitle',
  content: (inForce) => <Options inForce={inForce} ports={ports} />,
});
await askToKeepRecords(navigator.storage);
