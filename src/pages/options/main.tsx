import { render } from 'preact';
import type { Policy } from '../../domain/policy/policy.ts';
import { askToKeepRecords } from '../keep-records.ts';
import { pageTexts } from '../page-texts.ts';
import { TextsProvider } from '../texts.ts';
import { browserPorts } from './browser-ports.ts';
import { Options } from './options.tsx';

const root = document.getElementById('options') ?? document.body;
const ports = browserPorts();

let shown = await ports.policy.read();
await show(shown);
ports.policy.watch((policy) => {
  if (policy.language !== shown.language) void show(policy);
  shown = policy;
}, new AbortController().signal);
await askToKeepRecords(navigator.storage);

async function show(policy: Policy): Promise<void> {
  const texts = await pageTexts(policy.language, document.documentElement);
  document.title = texts.t('optionsTitle');
  render(
    <TextsProvider value={texts}>
      <Options policy={policy} ports={ports} />
    </TextsProvider>,
    root,
  );
}
