import { NumberField } from '../../options/number-field.tsx';
import { useTexts } from '../../texts.ts';
import { NUMBER_LIMITS, type NumberKey } from '../rule-limits.ts';
import type { Edited } from './rule-editor.tsx';

/** A rule that is one whole number. */
export function RuleNumber({ id, name, value, save }: Edited<NumberKey> & { readonly name: NumberKey }) {
  const { t } = useTexts();
  const limits = NUMBER_LIMITS[name];
  return (
    <NumberField
      id={id}
      label={t('supervisorValue')}
      value={value ?? null}
      limits={limits}
      problem={t('optionsMinutesNeeded', limits.least, limits.most)}
      outcome={null}
      onSave={save}
    />
  );
}
