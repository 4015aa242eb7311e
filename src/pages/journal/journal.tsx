import { useTexts } from '../texts.ts';
import { CheckSection } from './check-section.tsx';
import type { JournalPorts } from './journal-ports.ts';
import { ReconcileSection } from './reconcile-section.tsx';
import { RecordedSection } from './recorded-section.tsx';
import type { Recording } from './recording.ts';
import { StoryList } from './story-list.tsx';

export interface JournalProps {
  readonly ports: JournalPorts;
  readonly recording: Recording;
}

/** The journal: what became of every broadcast, whether the record of it is whole, and a copy of it as a file. */
export function Journal({ ports, recording }: JournalProps) {
  const { t } = useTexts();
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{t('journalTitle')}</h1>
      </header>
      <main>
        <p class="intro">{t('journalIntro')}</p>
        <CheckSection ports={ports} />
        <StoryList ports={ports} />
        <ReconcileSection ports={ports} />
        <RecordedSection recording={recording} />
      </main>
      <footer class="page-footer">
        <p>
          <a href="../supervisor/index.html">{t('supervisorLink')}</a>
        </p>
        <p>{t('commonUnofficial')}</p>
      </footer>
    </>
  );
}
