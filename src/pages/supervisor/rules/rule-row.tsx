import { useId } from 'preact/hooks';
import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import { saidRule, valueBelow } from '../../../domain/policy/layer-edits.ts';
import type { RuleKey, RuleValues } from '../../../domain/policy/rules.ts';
import { helpOf, RULE_NAMES } from '../../policy-words/rule-names.ts';
import { valueWords } from '../../policy-words/value-words.ts';
import { useTexts } from '../../texts.ts';
import type { EditedDraft } from '../use-draft.ts';
import { LaxerNote } from './laxer-note.tsx';
import { RuleEditor } from './rule-editor.tsx';

export interface RuleRowProps {
  readonly draft: EditedDraft;
  /** Null: for all accounts. */
  readonly account: BasicId | null;
  readonly name: RuleKey;
}

/** One rule: what it is for, whether the draft decides it, and what it decides. */
export function RuleRow({ draft, account, name }: RuleRowProps) {
  const texts = useTexts();
  const { t } = texts;
  const help = useId();
  const value: RuleValues[RuleKey] | undefined = saidRule(draft.values, account, name);
  const below = valueBelow(draft.values, account, name);
  const standing = valueWords(name, below, texts).join(t('supervisorListMark'));
  return (
    <fieldset class="rule" data-rule={name} aria-describedby={help}>
      <legend>{t(RULE_NAMES[name])}</legend>
      <p class="field-help" id={help}>
        {t(helpOf(name))}
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={value !== undefined}
          onChange={({ currentTarget: { checked } }) => draft.set(account, name, checked ? below : undefined)}
        />
        {t('supervisorDecide')}
      </label>
      {value === undefined ? (
        <p class="quiet">
          {t(account === null ? 'supervisorUndecided' : 'supervisorUndecidedAccount', standing)}
        </p>
      ) : (
        <>
          <RuleEditor draft={draft} account={account} name={name} />
          <LaxerNote name={name} value={value} />
        </>
      )}
    </fieldset>
  );
}
