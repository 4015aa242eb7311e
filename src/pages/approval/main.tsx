import { render } from 'preact';
import { policyFor } from '../../domain/policy/effective-policy.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { browser } from '../../platform/browser.ts';
import { policyStore } from '../../storage/policy-store.ts';
import { pageTexts } from '../page-texts.ts';
import { TextsProvider } from '../texts.ts';
import { ApprovalPage } from './approval-page.tsx';
import { browserPorts } from './browser-ports.ts';

const root = document.getElementById('approval') ?? document.body;
const ports = browserPorts();
const policy = policyStore(browser.storage.local, browser.storage.managed, indexedDB);

let shown = policyFor(await policy.read());
await show(shown);
policy.watch((inForce) => {
  const news = policyFor(inForce);
  if (news.language !== shown.language) void show(news);
  shown = news;
}, new AbortController().signal);

async function show({ language }: Policy): Promise<void> {
  const texts = await pageTexts(language, document.documentElement);
  document.title = texts.t('approvalTitle');
  render(
    <TextsProvider value={texts}>
      <ApprovalPage ports={ports} />
    </TextsProvider>,
    root,
  );
}
