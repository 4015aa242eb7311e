import { render } from 'preact';
import { policyFor } from '../../domain/policy/effective-policy.ts';
import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import { askToKeepRecords } from '../keep-records.ts';
import { pageTexts } from '../page-texts.ts';
import { TextsProvider } from '../texts.ts';
import { browserPorts } from './browser-ports.ts';
import { Popup } from './popup.tsx';

const root = document.getElementById('popup') ?? document.body;
const policy = policyFor(await policyStore(browser.storage.local, browser.storage.managed, indexedDB).read());
const texts = await pageTexts(policy.language, document.documentElement);
render(
  <TextsProvider value={texts}>
    <Popup ports={browserPorts(policy.warn)} />
  </TextsProvider>,
  root,
);
await askToKeepRecords(navigator.storage);
