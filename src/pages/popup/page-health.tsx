import { useCallback, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { useTexts } from '../texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { PAGE_STATES, type PageState, PROBLEMS } from './page-states.ts';
import type { CurrentTab, PopupPorts } from './popup-ports.ts';

/** How well the page in this tab is read, in one line, and the report for whoever repairs it. */
export function PageHealth({ ports }: { readonly ports: PopupPorts }) {
  const { t } = useTexts();
  const { state, value } = useLoaded(useCallback(() => look(ports), [ports]));
  return (
    <section class="popup-section page-health" aria-labelledby="page-health">
      <h2 id="page-health">{t('popupPageHeading')}</h2>
      {value === null && <p class="quiet">{t(state === 'failed' ? 'commonLoadFailed' : 'commonLoading')}</p>}
      {value !== null && <PageLine found={value} ports={ports} />}
    </section>
  );
}

interface FoundPage {
  readonly tab: CurrentTab | null;
  readonly state: PageState;
  readonly problems: readonly (keyof typeof PROBLEMS)[];
}

async function look(ports: PopupPorts): Promise<FoundPage> {
  const tab = await ports.currentTab();
  if (tab === null) return { tab, state: 'none', problems: [] };
  const report = await ports.tabHealth(tab.id);
  if (report === null) return { tab, state: tab.isChat ? 'silent' : 'none', problems: [] };
  return { tab, state: report.state, problems: report.problems };
}

function PageLine({ found, ports }: { readonly found: FoundPage; readonly ports: PopupPorts }) {
  const { t } = useTexts();
  const { icon, text, reads, broken } = PAGE_STATES[found.state];
  return (
    <>
      <p class="page-state" data-state={found.state}>
        <Icon name={icon} />
        {t(text)}
      </p>
      {found.problems.length > 0 && (
        <ul class="page-problems">
          {found.problems.map((problem) => (
            <li key={problem}>{t(PROBLEMS[problem])}</li>
          ))}
        </ul>
      )}
      {broken && <p class="quiet">{t('popupPageAdvice')}</p>}
      {reads && found.tab !== null && <CopyReport tab={found.tab} ports={ports} />}
    </>
  );
}

function CopyReport({ tab, ports }: { readonly tab: CurrentTab; readonly ports: PopupPorts }) {
  const { t } = useTexts();
  const [outcome, setOutcome] = useState<OutcomeText | null>(null);
  const copy = () => {
    ports
      .diagnosticReport(tab.id)
      .then(ports.copyText)
      .then(
        () => setOutcome({ tone: 'done', text: t('popupCopied') }),
        () => setOutcome({ tone: 'failed', text: t('popupCopyFailed') }),
      );
  };
  return (
    <div class="copy-report">
      <Button onPress={copy}>
        <Icon name="copy" />
        {t('popupCopyReport')}
      </Button>
      <Outcome outcome={outcome} />
    </div>
  );
}
