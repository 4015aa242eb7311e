import type { Condition } from '../../../domain/policy/custom-item.ts';
import { canonicalText } from '../../../domain/policy/same-value.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../select-field.tsx';
import { useTexts } from '../../texts.ts';
import { AccountsCondition } from './accounts-condition.tsx';
import { CONDITIONS, conditionWords } from './conditions.ts';

export interface ConditionListProps {
  readonly when: readonly Condition[];
  readonly onChange: (when: readonly Condition[]) => void;
}

const NOTHING = '';

/** When a question is asked: always, or where all conditions hold that were added. */
export function ConditionList({ when, onChange }: ConditionListProps) {
  const { t } = useTexts();
  const has = new Set(when.map(canonicalText));
  const open = CONDITIONS.filter((condition) => !has.has(canonicalText(condition)));
  const without = (place: number) => onChange(when.filter((_, other) => other !== place));
  return (
    <fieldset class="part">
      <legend>{t('supervisorWhen')}</legend>
      {when.length === 0 && <p class="quiet">{t('optionsGateSecondAlways')}</p>}
      <ul class="plain-list">
        {when.map((condition, place) => (
          <li key={canonicalText(condition)} class="condition">
            {conditionWords(condition, t)}
            <Button onPress={() => without(place)}>{t('supervisorRemove')}</Button>
          </li>
        ))}
      </ul>
      <SelectField<string>
        id="condition"
        label={t('supervisorWhenAdd')}
        value={NOTHING}
        choices={[
          { value: NOTHING, label: t('gateChoose') },
          ...open.map((condition) => ({
            value: canonicalText(condition),
            label: conditionWords(condition, t),
          })),
        ]}
        outcome={null}
        onSave={(chosen) => {
          const added = open.find((condition) => canonicalText(condition) === chosen);
          if (added !== undefined) onChange([...when, added]);
        }}
      />
      {!when.some((condition) => condition.if === 'account') && (
        <AccountsCondition onAdd={(accounts) => onChange([...when, accounts])} />
      )}
    </fieldset>
  );
}
