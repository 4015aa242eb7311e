import * as v from 'valibot';
import { itemKeySchema } from '../../domain/broadcast/checklist.ts';
import type { RuleKey } from '../../domain/policy/rules.ts';
import { isSameValue } from '../../domain/policy/same-value.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { checkWords, itemWords } from '../journal/name-words.ts';

const WORDS: ReadonlyMap<string, MessageKey> = new Map([
  ['enforce', 'optionsGateEnforce'],
  ['observe', 'optionsGateObserve'],
  ['off', 'optionsGateModeOff'],
  ['never', 'signedWordNever'],
  ['large', 'signedWordLarge'],
  ['always', 'signedWordAlways'],
  ['inform', 'signedWordInform'],
  ['warn', 'signedWordWarn'],
  ['block', 'signedWordBlock'],
  ['reason', 'signedWordReason'],
  ['reason-and-name', 'signedWordReasonAndName'],
]);

/** A rule's value in a few words, or as it stands in the policy where there are none; undefined: nothing is said of the rule. */
export function ruleValueWords(key: RuleKey, value: unknown, t: Translate): string {
  if (value === undefined) return t('signedNotSaid');
  if (key === 'override' && value === 'never') return t('signedWordNoWayOut');
  return wordsOf(value, key, t);
}

/** Of two values with names only the names that are different; quiet hours are one thing. */
export function differingParts(key: RuleKey, before: unknown, after: unknown): readonly [unknown, unknown] {
  if (key === 'quietHours' || !isNamed(before) || !isNamed(after)) return [before, after];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = names.filter((name) => !isSameValue(before[name], after[name]));
  const partOf = (value: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      differing.filter((name) => Object.hasOwn(value, name)).map((name) => [name, value[name]]),
    );
  return [partOf(before), partOf(after)];
}

function wordsOf(value: unknown, key: RuleKey, t: Translate): string {
  if (typeof value === 'string') return wordOf(value, t);
  if (Array.isArray(value)) {
    return value.length === 0 ? t('signedEmpty') : value.map((entry) => wordsOf(entry, key, t)).join(' / ');
  }
  if (!isNamed(value)) return value === null ? t('signedEmpty') : Number(value).toLocaleString();
  const text = value['text'];
  if (isNamed(text) && typeof text['ja'] === 'string') return text['ja'];
  const { from, to } = { from: value['from'], to: value['to'] };
  if (key === 'quietHours' && typeof from === 'number' && typeof to === 'number') {
    return t('signedSpan', timeText(from), timeText(to));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return t('signedEmpty');
  return entries.map(([name, part]) => `${nameOf(name, key, t)}: ${wordsOf(part, key, t)}`).join(' / ');
}

function nameOf(name: string, key: RuleKey, t: Translate): string {
  if (key === 'checkLevels') return checkWords(name, t);
  const item = v.safeParse(itemKeySchema, name);
  return key === 'items' && item.success ? itemWords(item.output, t) : name;
}

function wordOf(value: string, t: Translate): string {
  if (value === '') return t('signedEmpty');
  const known = WORDS.get(value);
  return known === undefined ? value : t(known);
}

function timeText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
