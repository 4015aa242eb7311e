import { useState } from 'preact/hooks';
import type { MessageKey } from '../../../platform/i18n.ts';
import { Outcome, type OutcomeText } from '../../../ui/outcome.tsx';
import { type ChosenFile, FileChoice } from '../../file-choice.tsx';
import { PassphraseField } from '../../passphrase-field.tsx';
import { useTexts } from '../../texts.ts';
import { openBackup } from './key-backup.ts';
import { readKey, type SupervisorKey, storeKey } from './signing-key.ts';
import type { SigningPorts } from './signing-ports.ts';

type Ended = 'restored' | 'fits' | 'other' | 'no-backup' | 'wrong';

const WORDS: Readonly<Record<Ended, MessageKey>> = {
  restored: 'signingRestored',
  fits: 'signingBackupFits',
  other: 'signingBackupOther',
  'no-backup': 'signingBackupNone',
  wrong: 'signingBackupWrong',
};

export interface BackupFormProps {
  /** The key on this computer, against which a backup is checked; null: a backup brings it. */
  readonly present: SupervisorKey | null;
  readonly ports: SigningPorts;
  readonly onRestored: () => void;
}

/** Where a backup brings the key to this computer, or shows that it still could. */
export function BackupForm({ present, ports, onRestored }: BackupFormProps) {
  const { t } = useTexts();
  // Stays open once it was, so that what became of it is read.
  const [isOpen] = useState(present === null);
  const [passphrase, setPassphrase] = useState('');
  const [outcome, setOutcome] = useState<OutcomeText | null>(null);
  const end = (ended: Ended) => {
    const isDone = ended === 'restored' || ended === 'fits';
    setOutcome({ tone: isDone ? 'done' : 'failed', text: t(WORDS[ended]) });
    if (isDone) setPassphrase('');
    if (ended === 'restored') onRestored();
  };
  const use = (chosen: ChosenFile) => {
    setOutcome({ tone: 'running', text: t('signingMaking') });
    restoreOrCheck(chosen, passphrase, ports).then(end, () =>
      setOutcome({ tone: 'failed', text: t('signingFailed') }),
    );
  };
  return (
    <details class="backup" open={isOpen}>
      <summary>{t(present === null ? 'signingRestoreHeading' : 'signingCheckHeading')}</summary>
      <div class="backup-body">
        <p>{t(present === null ? 'signingRestoreIntro' : 'signingCheckIntro')}</p>
        <PassphraseField
          id="signing-restore"
          label={t('signingRestorePassphrase')}
          kind="current"
          value={passphrase}
          onInput={setPassphrase}
        />
        <div class="field-row">
          <FileChoice
            label={t('signingChooseBackup')}
            disabled={passphrase === '' || outcome?.tone === 'running'}
            onChoose={use}
          />
          <Outcome outcome={outcome} />
        </div>
      </div>
    </details>
  );
}

/** A key that is there is never replaced: files that it has signed are in force somewhere. */
async function restoreOrCheck(chosen: ChosenFile, passphrase: string, ports: SigningPorts): Promise<Ended> {
  const answer = await openBackup(chosen, passphrase);
  if (!answer.ok) return answer.why;
  const present = await readKey(ports);
  if (present !== null) return present.publicKey === answer.key.publicKey ? 'fits' : 'other';
  await storeKey(ports, answer.key);
  return 'restored';
}
