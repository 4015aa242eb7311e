import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type WindowChoice, windowChoiceSchema } from '../../../domain/policy/window-choice.ts';
import { type AccountId, accountIdSchema } from '../../../domain/unsend/identity.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { useTexts } from '../../texts.ts';
import type { Edited } from './rule-editor.tsx';
import { WindowRow } from './window-row.tsx';

/** How long messages can be unsent, account by account, as chat addresses name them. */
export function WindowsEditor({ id, clock, value = {}, save }: Edited<'windows'>) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const entries = Object.entries(value);
  const add = () => {
    const account = v.safeParse(accountIdSchema, typed.normalize('NFKC').trim());
    setWrong(!account.success);
    if (!account.success) return;
    setTyped('');
    save(withChoice(value, account.output, { mode: 'automatic' }));
  };
  return (
    <div class="field">
      {entries.map(([account, choice]) => (
        <div class="field-row" key={account}>
          <WindowRow
            id={`${id}-${account}`}
            account={account}
            choice={choice}
            clock={clock}
            onSave={(changed) => {
              const parsed = v.safeParse(windowChoiceSchema, changed);
              if (parsed.success) save({ ...value, [account]: parsed.output });
            }}
          />
          <Button onPress={() => save(without(value, account))}>
            {t('supervisorRemove')} <ForeignText text={account.slice(0, 5)} />
          </Button>
        </div>
      ))}
      <Field
        id={`${id}-new`}
        label={t('supervisorWindowAccount')}
        error={isWrong ? t('supervisorWindowAccountError') : null}
        control={(control) => (
          <>
            <input
              {...control}
              class="input"
              type="text"
              autoComplete="off"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <Button onPress={add}>{t('supervisorAdd')}</Button>
          </>
        )}
      />
    </div>
  );
}

type Windows = Readonly<Record<AccountId, WindowChoice>>;

function withChoice(windows: Windows, account: AccountId, choice: WindowChoice) {
  return { ...windows, [account]: choice };
}

function without(windows: Windows, account: string) {
  return Object.fromEntries(Object.entries(windows).filter(([name]) => name !== account));
}
