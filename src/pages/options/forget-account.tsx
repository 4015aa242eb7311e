import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { AccountLabel } from '../account-label.tsx';
import { useTexts } from '../texts.ts';
import type { KnownAccount } from './options-ports.ts';

export interface ForgetAccountProps {
  readonly known: KnownAccount;
  readonly onForget: () => void;
}

/** One account with its number of records, and the button that removes them after a question. */
export function ForgetAccount({ known, onForget }: ForgetAccountProps) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const nameId = `forget-${known.account}`;
  const answer = (confirmed: boolean) => {
    setAsking(false);
    if (confirmed) onForget();
  };
  return (
    <li class="forget">
      <div class="forget-row">
        <span class="forget-name" id={nameId}>
          <AccountLabel account={known.account} name={known.name} />
          <span class="account-id">{t('optionsRecordCount', known.messages)}</span>
        </span>
        <Button describedBy={nameId} expanded={asking} onPress={() => setAsking(!asking)}>
          {t('optionsForget')}
        </Button>
      </div>
      {asking && (
        <Question
          title={t('optionsForgetQuestion', known.messages)}
          answers={
            <>
              <Button look="danger" onPress={() => answer(true)}>
                {t('optionsForgetYes')}
              </Button>
              <Button onPress={() => answer(false)}>{t('optionsForgetNo')}</Button>
            </>
          }
        >
          <p>{t('optionsForgetNote')}</p>
        </Question>
      )}
    </li>
  );
}
