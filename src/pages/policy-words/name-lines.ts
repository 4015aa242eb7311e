import * as v from 'valibot';
import { itemKeySchema } from '../../domain/broadcast/checklist.ts';
import { CHECK_LEVELS } from '../../domain/broadcast/checks/check-levels.ts';
import { ASKINGS, GATE_RULES, POLICY_LEVELS } from '../../domain/policy/gate-rules.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { checkWords, itemWords } from '../journal/name-words.ts';
import { ASKING_WORDS, LEVEL_WORDS } from './rule-choices.ts';

/** Rules that say something of each of many names. */
export type NamedKey = 'items' | 'checkLevels';

/** The names of a rule that this version knows, in the order in which they are asked or run. */
export const NAMES: Readonly<Record<NamedKey, readonly string[]>> = {
  items: Object.keys(GATE_RULES.items.standard),
  checkLevels: Object.keys(CHECK_LEVELS),
};

/** What can be said of a name, the strictest first. */
export const RANKS = {
  items: ASKINGS.toReversed(),
  checkLevels: POLICY_LEVELS.toReversed(),
} as const;

const RANK_KEYS: Readonly<Record<NamedKey, ReadonlyMap<string, MessageKey>>> = {
  items: new Map(Object.entries(ASKING_WORDS)),
  checkLevels: new Map(Object.entries(LEVEL_WORDS)),
};

/** An item or a check in a few words; its name where nobody knows it. */
export function nameWords(of: NamedKey, name: string, t: Translate): string {
  if (of === 'checkLevels') return checkWords(name, t);
  const item = v.safeParse(itemKeySchema, name);
  return item.success ? itemWords(item.output, t) : name;
}

/** What is said of a name, in words. */
export function rankWords(of: NamedKey, rank: string, t: Translate): string {
  const key = RANK_KEYS[of].get(rank);
  return key === undefined ? rank : t(key);
}
