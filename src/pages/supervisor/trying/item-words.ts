import type { CustomItem } from '../../../domain/policy/custom-item.ts';
import type { RuleBook } from '../../../domain/policy/rules.ts';
import { nameWords } from '../../policy-words/name-lines.ts';
import { textIn } from '../../policy-words/own-text.ts';
import type { Texts } from '../../texts.ts';

/** The questions of a draft by the name under which the journal knows them. */
export type OwnItems = ReadonlyMap<string, CustomItem>;

/** All questions of a draft, those of single accounts among them. */
export function ownItemsOf({ rules, accounts }: RuleBook): OwnItems {
  const sets = [...Object.values(accounts), rules];
  return new Map(sets.flatMap(({ customItems = [] }) => customItems.map((item) => [item.id, item] as const)));
}

/** The question that the journal means; undefined where it is Matta's own, or none of the draft. */
export function ownItem(name: string, own: OwnItems): CustomItem | undefined {
  // Of two questions of one name the journal calls the second `name~2`.
  return own.get(name.replace(/~\d+$/, ''));
}

/** An item of the journal in words: a question of the draft's by its text, else what Matta calls it. */
export function itemWords(name: string, own: OwnItems, { t, languageTag }: Texts): string {
  const item = ownItem(name, own);
  return item === undefined ? nameWords('items', name, t) : textIn(item.text, languageTag);
}
