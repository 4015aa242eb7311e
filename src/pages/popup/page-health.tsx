import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { useTexts } from '../texts.ts';
import type { Loaded } from '../use-loaded.ts';
import type { FoundPage } from './find-page.ts';
import { PAGE_STATES, PROBLEMS } from './page-states.ts';
import type { CurrentTab, PopupPorts } from './popup-ports.ts';

export interface PageHealthProps {
  readonly page: Loaded<FoundPage>;
  readonly ports: PopupPorts;
}

/** How well the page in this tab is read, in one line, and the report for whoever repairs it. */
export function PageHealth({ page, ports }: PageHealthProps) {
  const { t } = useTexts();
  const { state, value } = page;
  return (
    <section class="popup-section page-health" aria-labelledby="page-health">
      <h2 id="page-health">{t('popupPageHeading')}</h2>
      {value === null && <p class="quiet">{t(state === 'failed' ? 'commonLoadFailed' : 'commonLoading')}</p>}
      {value !== null && <PageLine found={value} ports={ports} />}
    </section>
  );
}

function PageLine({ found, ports }: { readonly found: FoundPage; readonly ports: PopupPorts }) {
  const { t } = useTexts();
  const { icon, text, reads, advice } = PAGE_STATES[found.state];
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
      {advice !== null && <p class="quiet">{t(advice)}</p>}
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
