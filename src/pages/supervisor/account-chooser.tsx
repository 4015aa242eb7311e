import { useState } from 'preact/hooks';
import { type BasicId, readBasicId } from '../../domain/broadcast/basic-id.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';

export interface AccountChooserProps {
  /** Null: for all accounts. */
  readonly account: BasicId | null;
  /** Of which the draft says something of their own. */
  readonly accounts: readonly BasicId[];
  readonly onChoose: (account: BasicId | null) => void;
}

const ALL = '';

/** Whom the rules and questions below are for: all accounts, or one. */
export function AccountChooser({ account, accounts, onChoose }: AccountChooserProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const known = [...new Set(account === null ? accounts : [...accounts, account])].toSorted();
  const add = () => {
    const id = readBasicId(typed.normalize('NFKC').trim());
    setWrong(id === null);
    if (id === null) return;
    setTyped('');
    onChoose(id);
  };
  return (
    <div class="account-chooser">
      <SelectField<string>
        id="account"
        label={t('supervisorAccount')}
        value={account ?? ALL}
        choices={[
          { value: ALL, label: t('supervisorAllAccounts') },
          ...known.map((id) => ({ value: id, label: id })),
        ]}
        outcome={null}
        onSave={(chosen) => onChoose(readBasicId(chosen))}
      />
      <Field
        id="account-new"
        label={t('supervisorAccountNew')}
        error={isWrong ? t('journalAccountError') : null}
        control={(control) => (
          <>
            <input
              {...control}
              class="input account-id"
              type="text"
              autoComplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <Button onPress={add}>{t('supervisorAccountShow')}</Button>
          </>
        )}
      />
    </div>
  );
}
