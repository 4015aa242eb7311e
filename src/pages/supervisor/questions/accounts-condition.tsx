import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type Condition, conditionSchema } from '../../../domain/policy/custom-item.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useTexts } from '../../texts.ts';

/** Asks for the accounts of which alone a question is asked. */
export function AccountsCondition({ onAdd }: { readonly onAdd: (condition: Condition) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = () => {
    const names = typed.normalize('NFKC').split(/[\s,、]+/);
    const condition = v.safeParse(conditionSchema, {
      if: 'account',
      in: names.filter((name) => name !== ''),
    });
    setWrong(!condition.success);
    if (!condition.success) return;
    setTyped('');
    onAdd(condition.output);
  };
  return (
    <Field
      id="condition-accounts"
      label={t('supervisorWhenAccounts')}
      error={isWrong ? t('journalAccountError') : null}
      control={(control) => (
        <>
          <input
            {...control}
            class="input"
            type="text"
            autoComplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <Button onPress={add}>{t('supervisorAdd')}</Button>
        </>
      )}
    />
  );
}
