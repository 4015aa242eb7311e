import { useState } from 'preact/hooks';
import { type BasicId, readBasicId } from '../../domain/broadcast/basic-id.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';
import { DayField } from './day-field.tsx';
import { KIND_GROUPS, type KindGroup, NO_FILTER, type StoryFilter } from './story-filter.ts';

/** Each group of events in words. */
export const GROUP_WORDS: Readonly<Record<KindGroup, MessageKey>> = {
  sent: 'journalKindSent',
  stopped: 'journalKindStopped',
  caught: 'journalKindCaught',
  urgent: 'journalKindUrgent',
  rules: 'journalKindRules',
  odd: 'journalKindOdd',
};

export interface FilterFormProps {
  readonly filter: StoryFilter;
  /** Accounts that were seen in the journal: offered, but others can be typed. */
  readonly accounts: readonly BasicId[];
  readonly onChange: (filter: StoryFilter) => void;
}

/** What to look for in the journal; every change counts at once. */
export function FilterForm({ filter, accounts, onChange }: FilterFormProps) {
  const { t } = useTexts();
  return (
    <div class="filter">
      <SelectField
        id="filter-kind"
        label={t('journalFilterKind')}
        value={filter.group ?? 'all'}
        choices={[
          { value: 'all', label: t('journalKindAll') },
          ...KIND_GROUPS.map((group) => ({ value: group, label: t(GROUP_WORDS[group]) })),
        ]}
        outcome={null}
        onSave={(group) => onChange({ ...filter, group: group === 'all' ? null : group })}
      />
      <AccountField
        value={filter.account}
        accounts={accounts}
        onChange={(account) => onChange({ ...filter, account })}
      />
      <DayField
        id="filter-from"
        label={t('journalFilterFrom')}
        day={filter.from}
        onChange={(from) => onChange({ ...filter, from })}
      />
      <DayField
        id="filter-to"
        label={t('journalFilterTo')}
        day={filter.to}
        onChange={(to) => onChange({ ...filter, to })}
      />
      {filter !== NO_FILTER && <Button onPress={() => onChange(NO_FILTER)}>{t('journalFilterClear')}</Button>}
    </div>
  );
}

interface AccountFieldProps {
  readonly value: BasicId | null;
  readonly accounts: readonly BasicId[];
  readonly onChange: (account: BasicId | null) => void;
}

function AccountField({ value, accounts, onChange }: AccountFieldProps) {
  const { t } = useTexts();
  const [isRejected, setRejected] = useState(false);
  const accept = (typed: string) => {
    const id = typed.normalize('NFKC').trim();
    const account = id === '' ? null : readBasicId(id);
    setRejected(id !== '' && account === null);
    if (id === '' || account !== null) onChange(account);
  };
  return (
    <Field
      id="filter-account"
      label={t('journalFilterAccount')}
      error={isRejected ? t('journalAccountError') : null}
      control={(control) => (
        <>
          <input
            {...control}
            class="input"
            type="text"
            list="filter-accounts"
            autoComplete="off"
            spellcheck={false}
            value={value ?? ''}
            onChange={(event) => accept(event.currentTarget.value)}
          />
          <datalist id="filter-accounts">
            {accounts.map((account) => (
              <option key={account} value={account} />
            ))}
          </datalist>
        </>
      )}
    />
  );
}
