import * as v from 'valibot';
import { saidRule } from '../../../domain/policy/layer-edits.ts';
import { RULES } from '../../../domain/policy/rules.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { CHOICE_WORDS, type ChoiceKey } from '../../policy-words/rule-choices.ts';
import { SelectField } from '../../select-field.tsx';
import { useTexts } from '../../texts.ts';
import type { RuleEditorProps } from './rule-editor.tsx';

/** One of a few words. */
export function ChoiceEditor<K extends ChoiceKey>({ draft, account, name }: RuleEditorProps<K>) {
  const { t } = useTexts();
  const words: Readonly<Record<string, MessageKey>> = CHOICE_WORDS[name];
  return (
    <SelectField<string>
      id={`rule-${name}`}
      label={t('supervisorValue')}
      value={String(saidRule(draft.values, account, name))}
      choices={Object.entries(words).map(([value, key]) => ({ value, label: t(key) }))}
      outcome={null}
      onSave={(chosen) => {
        const parsed = v.safeParse(RULES[name].schema, chosen);
        if (parsed.success) draft.set(account, name, parsed.output);
      }}
    />
  );
}
