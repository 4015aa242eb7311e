import { useMemo } from 'preact/hooks';
import type { Entry } from '../../../domain/journal/entry.ts';
import { type ItemRecord, itemRecords } from '../../../domain/journal/item-record.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { useTexts } from '../../texts.ts';
import { nameWords } from '../name-lines.ts';
import { adviceOf } from './item-advice.ts';

/** How often each item was asked, what it caught, and how often it was answered without looking. */
export function ItemTable({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTexts();
  const records = useMemo(() => itemRecords(entries), [entries]);
  if (records.length === 0) return null;
  return (
    <>
      <h3>{t('supervisorItemsHeading')}</h3>
      <p class="field-help">{t('supervisorItemsHelp')}</p>
      <ul class="plain-list">
        {records.map((record) => (
          <ItemLine key={record.name} record={record} />
        ))}
      </ul>
    </>
  );
}

function ItemLine({ record }: { readonly record: ItemRecord }) {
  const { t } = useTexts();
  const { name, asked, answered, caught, quick } = record;
  return (
    <li class="card">
      <p class="card-title">
        <ForeignText text={nameWords('items', name, t)} />
      </p>
      <p>{t('supervisorItemCounts', asked, caught, answered, quick)}</p>
      {adviceOf(record).map((key) => (
        <p class="hint" key={key}>
          {t(key)}
        </p>
      ))}
    </li>
  );
}
