import { useState } from 'preact/hooks';
import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import { accountsOf, likelyAccount, ofAccount, reconcile } from '../../domain/journal/reconcile.ts';
import type { Sending } from '../../domain/journal/sendings.ts';
import { LONGEST_LIST, type SentList } from '../../domain/journal/sent-list.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';
import { isOdd, matchWords, rowWords, sendingWords } from './reconcile-words.ts';

/** More of a kind are not shown one by one. */
const MOST_SHOWN = 200;

export interface ReconcileResultProps {
  readonly list: SentList;
  readonly sendings: readonly Sending[];
}

/** What both have, what only one of them has, and what could not be read. */
export function ReconcileResult({ list, sendings }: ReconcileResultProps) {
  const texts = useTexts();
  const { t, languageTag } = texts;
  const { rows, notUnderstood, isCut } = list;
  const [chosen, setChosen] = useState<BasicId | null>(null);
  const accounts = accountsOf(sendings);
  const account = chosen ?? likelyAccount(rows, sendings);
  const { matched, withoutEntry, withoutRow } = reconcile(rows, ofAccount(sendings, account));
  const odd = matched.filter(isOdd);
  const plain = matched.filter((match) => !isOdd(match));
  return (
    <div class="reconciled">
      {accounts.length > 1 && account !== null && (
        <SelectField
          id="list-account"
          label={t('reconcileAccount')}
          value={account}
          choices={accounts.map((one) => ({ value: one, label: one }))}
          outcome={null}
          onSave={setChosen}
        />
      )}
      {isCut && (
        <Notice tone="warn" title={t('reconcileCut', LONGEST_LIST.toLocaleString(languageTag))}>
          <p>{t('reconcileCutText')}</p>
        </Notice>
      )}
      {rows.length > 0 && <p role="status">{t('reconcileDone', rows.length, matched.length)}</p>}
      {withoutEntry.length > 0 && (
        <Notice tone="urgent" title={t('reconcileMissing', withoutEntry.length)}>
          <p>{t('reconcileMissingText')}</p>
          <Lines lines={withoutEntry.map((row) => rowWords(row, texts))} />
        </Notice>
      )}
      {odd.length > 0 && (
        <Notice tone="warn" title={t('reconcileLook', odd.length)}>
          <p>{t('reconcileLookText')}</p>
          <Lines lines={odd.map((match) => matchWords(match, texts))} />
        </Notice>
      )}
      {withoutRow.length > 0 && (
        <Notice tone="warn" title={t('reconcileExtra', withoutRow.length)}>
          <p>{t('reconcileExtraText')}</p>
          <Lines lines={withoutRow.map((sending) => sendingWords(sending, texts))} />
        </Notice>
      )}
      {notUnderstood.length > 0 && (
        <Notice tone="inform" title={t('reconcileOdd', notUnderstood.length)}>
          <p>{t('reconcileOddText')}</p>
          <Lines lines={notUnderstood.map(({ line, text }) => t('reconcileLine', line, text))} />
        </Notice>
      )}
      {plain.length > 0 && (
        <details>
          <summary>{t('reconcileMatched', plain.length)}</summary>
          <Lines lines={plain.map((match) => matchWords(match, texts))} />
        </details>
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTexts();
  const more = lines.length - MOST_SHOWN;
  return (
    <ul>
      {lines.slice(0, MOST_SHOWN).map((line) => (
        <li key={line}>
          <ForeignText text={line} />
        </li>
      ))}
      {more > 0 && <li>{t('reconcileMore', more)}</li>}
    </ul>
  );
}
