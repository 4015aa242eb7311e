import { render } from 'preact';
import type { PolicyInForce } from '../../domain/policy/policy-in-force.ts';
import { askToKeepRecords } from '../keep-records.ts';
import { pageTexts } from '../page-texts.ts';
import { TextsProvider } from '../texts.ts';
import { browserPorts } from './browser-ports.ts';
import { Options } from './options.tsx';

const root = document.getElementById('options') ?? document.body;
const ports = browserPorts();

let shown = await ports.policy.read();
await show(shown);
ports.policy.watch((inForce) => {
  if (languageOf(inForce) !== languageOf(shown)) void show(inForce);
  shown = inForce;
}, new AbortController().signal);
await askToKeepRecords(navigator.storage);

async function show(inForce: PolicyInForce): Promise<void> {
  const texts = await pageTexts(languageOf(inForce), document.documentElement);
  document.title = texts.t('optionsTitle');
  render(
    <TextsProvider value={texts}>
      <Options inForce={inForce} ports={ports} />
    </TextsProvider>,
    root,
  );
}

function languageOf({ rules }: PolicyInForce) {
  return rules.language.value;
}
