import { render } from 'preact';
import { policyFor } from '../../domain/policy/effective-policy.ts';
import type { PolicyInForce } from '../../domain/policy/policy-in-force.ts';
import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import { pageTexts } from '../page-texts.ts';
import { TextsProvider } from '../texts.ts';
import { browserPorts } from './browser-ports.ts';
import { Journal } from './journal.tsx';
import { recordingOf } from './recording.ts';

const root = document.getElementById('journal') ?? document.body;
const ports = browserPorts();
const policy = policyStore(browser.storage.local, browser.storage.managed, indexedDB);

await policy.read().then(show);
policy.watch((inForce) => void show(inForce), new AbortController().signal);

async function show(inForce: PolicyInForce): Promise<void> {
  const texts = await pageTexts(policyFor(inForce).language, document.documentElement);
  document.title = texts.t('journalTitle');
  render(
    <TextsProvider value={texts}>
      <Journal ports={ports} recording={recordingOf(inForce)} />
    </TextsProvider>,
    root,
  );
}
