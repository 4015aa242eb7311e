import type { Rule } from '../../../domain/policy/rule.ts';
import { RULES, type RuleKey, type RuleValues } from '../../../domain/policy/rules.ts';
import { valueWords } from '../../policy-words/value-words.ts';
import { useTexts } from '../../texts.ts';

export interface LaxerNoteProps<K extends RuleKey> {
  readonly name: K;
  readonly value: RuleValues[K] | undefined;
}

/** A fixed policy only sets the least: what it says below the standard, people may choose, and until they do the standard holds. */
export function LaxerNote<K extends RuleKey>({ name, value }: LaxerNoteProps<K>) {
  const texts = useTexts();
  const { order, standard, overlay }: Rule<RuleValues[K]> = RULES[name];
  if (value === undefined || order === 'none' || order.isAtLeast(overlay(standard, value), standard))
    return null;
  const isLong = typeof standard === 'object';
  const shown = valueWords(name, standard, texts).join(texts.t('supervisorListMark'));
  return (
    <p class="hint">{isLong ? texts.t('supervisorPartLaxer') : texts.t('supervisorValueLaxer', shown)}</p>
  );
}
