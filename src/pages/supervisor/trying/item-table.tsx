import { useMemo } from 'preact/hooks';
import type { Entry } from '../../../domain/journal/entry.ts';
import { type ItemRecord, itemRecords } from '../../../domain/journal/item-record.ts';
import type { RuleBook } from '../../../domain/policy/rules.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { useTexts } from '../../texts.ts';
import { adviceOf } from './item-advice.ts';
import { itemWords, type OwnItems, ownItem, ownItemsOf } from './item-words.ts';

export interface ItemTableProps {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** Knows the supervisor's own questions, of which the journal has only the names. */
  readonly draft: RuleBook;
}

/** How often each item was asked, what it caught, and how often it was answered without looking. */
export function ItemTable({ entries, draft }: ItemTableProps) {
  const { t } = useTexts();
  const records = useMemo(() => itemRecords(entries), [entries]);
  const own = useMemo(() => ownItemsOf(draft), [draft]);
  if (records.length === 0) return null;
  return (
    <>
      <h3>{t('supervisorItemsHeading')}</h3>
      <p class="field-help">{t('supervisorItemsHelp')}</p>
      <ul class="plain-list">
        {records.map((record) => (
          <ItemLine key={record.name} record={record} own={own} />
        ))}
      </ul>
    </>
  );
}

function ItemLine({ record, own }: { readonly record: ItemRecord; readonly own: OwnItems }) {
  const texts = useTexts();
  const { t } = texts;
  const { name, asked, answered, caught, quick } = record;
  return (
    <li class="card">
      <p class="card-title">
        <ForeignText text={itemWords(name, own, texts)} />
      </p>
      <p>{t('supervisorItemCounts', asked, caught, answered, quick)}</p>
      {adviceOf(record, ownItem(name, own)).map((key) => (
        <p class="hint" key={key}>
          {t(key)}
        </p>
      ))}
    </li>
  );
}
