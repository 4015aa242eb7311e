import { render } from 'preact';
import { policyFor } from '../../domain/policy/effective-policy.ts';
import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import { pageTexts } from '../page-texts.ts';
import { TextsProvider } from '../texts.ts';
import { Supervisor } from './supervisor.tsx';

const root = document.getElementById('supervisor') ?? document.body;
const policy = policyStore(browser.storage.local, browser.storage.managed, indexedDB);
const { language } = policyFor(await policy.read());
const texts = await pageTexts(language, document.documentElement);
document.title = texts.t('supervisorTitle');
render(
  <TextsProvider value={texts}>
    <Supervisor />
  </TextsProvider>,
  root,
);
