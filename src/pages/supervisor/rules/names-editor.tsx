import * as v from 'valibot';
import { saidRule, valueBelow } from '../../../domain/policy/layer-edits.ts';
import { RULES } from '../../../domain/policy/rules.ts';
import { NAMES, type NamedKey, nameWords, RANKS, rankWords } from '../../policy-words/name-lines.ts';
import { SelectField } from '../../select-field.tsx';
import { useTexts } from '../../texts.ts';
import type { RuleEditorProps } from './rule-editor.tsx';

const UNSET = '';

/** What is said of each of many names; of each it can be left open. */
export function NamesEditor<K extends NamedKey>({ draft, account, name: of }: RuleEditorProps<K>) {
  const { t } = useTexts();
  const said: Readonly<Record<string, string>> = saidRule(draft.values, account, of) ?? {};
  const below: Readonly<Record<string, string>> = valueBelow(draft.values, account, of);
  const choose = (name: string, rank: string) => {
    const others = Object.entries(said).filter(([other]) => other !== name);
    const next = Object.fromEntries(rank === UNSET ? others : [...others, [name, rank]]);
    const parsed = v.safeParse(RULES[of].schema, next);
    if (parsed.success) draft.set(account, of, parsed.output);
  };
  const names = [...new Set([...NAMES[of], ...Object.keys(said)])];
  return (
    <div class="names">
      {names.map((name) => (
        <SelectField<string>
          key={name}
          id={`rule-${of}-${name}`}
          label={nameWords(of, name, t)}
          value={said[name] ?? UNSET}
          choices={[
            { value: UNSET, label: t('supervisorUnset', rankWords(of, below[name] ?? '', t)) },
            ...RANKS[of]
              .filter((rank) => v.is(RULES[of].schema, { [name]: rank }))
              .map((rank) => ({ value: rank, label: rankWords(of, rank, t) })),
          ]}
          outcome={null}
          onSave={(rank) => choose(name, rank)}
        />
      ))}
    </div>
  );
}
