import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useTexts } from '../../texts.ts';
import type { SupervisorPorts } from '../supervisor-ports.ts';
import type { EditedDraft } from '../use-draft.ts';
import { ItemTable } from './item-table.tsx';
import { RetrialList } from './retrial-list.tsx';
import { type ReadJournal, useJournal } from './use-journal.ts';

export interface JournalTrialProps {
  readonly draft: EditedDraft;
  readonly ports: SupervisorPorts;
}

/** What the draft would have made of the last broadcasts of this computer, and how the questions have done so far. */
export function JournalTrial({ draft, ports }: JournalTrialProps) {
  const { t } = useTexts();
  const { journal, read } = useJournal(ports);
  return (
    <div class="trial">
      <h3>{t('supervisorPastHeading')}</h3>
      <p class="field-help" id="past-help">
        {t('supervisorPastHelp')}
      </p>
      <Button onPress={read} disabled={journal.state === 'reading'} describedBy="past-help">
        {t('supervisorPastRead')}
      </Button>
      <Result journal={journal} draft={draft} />
    </div>
  );
}

function Result({ journal, draft }: { readonly journal: ReadJournal; readonly draft: EditedDraft }) {
  const { t } = useTexts();
  switch (journal.state) {
    case 'unread':
      return null;
    case 'reading':
      return <p role="status">{t('commonLoading')}</p>;
    case 'failed':
      return (
        <Notice tone="warn" title={t('commonLoadFailed')}>
          <p>{t('supervisorPastFailed')}</p>
        </Notice>
      );
    case 'read':
      return (
        <>
          {journal.unreadable > 0 && <p class="quiet">{t('supervisorPastUnreadable', journal.unreadable)}</p>}
          <RetrialList entries={journal.entries} draft={draft.values} />
          <ItemTable entries={journal.entries} draft={draft.values} />
        </>
      );
  }
}
