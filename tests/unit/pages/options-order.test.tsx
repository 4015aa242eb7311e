// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Options } from '../../../src/pages/options/options.tsx';
import { FakePolicyStore, fakeOptionsPorts } from '../../support/pages/fake-options-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { renderPage } from '../../support/pages/render-page.tsx';

const { t } = japaneseTexts;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the options page has what operators look for first, and what is for supervisors under a heading of its own', async () => {
  const store = new FakePolicyStore();
  const page = await renderPage(
    <Options inForce={store.inForce} ports={fakeOptionsPorts({ policy: store })} />,
  );
  const headings = page.all('h2, h3').map(({ tagName, textContent }) => [tagName, textContent]);
  expect(headings).toEqual([
    ['H2', t('optionsWindowsHeading')],
    ['H2', t('optionsTimingHeading')],
    ['H2', t('optionsGateHeading')],
    ['H2', t('optionsLanguageHeading')],
    ['H2', t('optionsDataHeading')],
    ['H2', t('optionsForgetHeading')],
    ['H2', t('optionsAboutHeading')],
    ['H2', t('optionsRulesHeading')],
    ['H2', t('optionsSupervisorHeading')],
    ['H3', t('optionsSignedHeading')],
    ['H3', t('lockHeading')],
    ['H3', t('optionsApproversHeading')],
  ]);
  const links = page.all('a').filter((link) => link.getAttribute('href') === '../supervisor/index.html');
  expect(links.map(({ textContent }) => textContent)).toEqual([t('supervisorLink')]);
});
