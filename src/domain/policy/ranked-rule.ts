import * as v from 'valibot';
import { type Rule, rule, whole } from './rule.ts';
import { FEWER, MORE, ranked } from './strictness.ts';

/** A rule whose value is one of a few words, the laxest first. */
export function rankedRule<const V extends string>(
  laxestFirst: readonly V[],
  standard: NoInfer<V>,
  help: Rule<V>['help'],
): Rule<V> {
  const strictest = laxestFirst.at(-1) ?? standard;
  return rule({ schema: v.picklist(laxestFirst), standard, strictest, order: ranked(laxestFirst), help });
}

/** A rule whose value is one of a few words of which none is stricter than another. */
export function choiceRule<const V extends string>(
  words: readonly V[],
  standard: NoInfer<V>,
  help: Rule<V>['help'],
): Rule<V> {
  return rule({ schema: v.picklist(words), standard, order: 'none', help });
}

interface NumberParts {
  readonly least: number;
  readonly most: number;
  readonly standard: number;
  readonly stricter: 'more' | 'fewer';
  readonly help: Rule<number>['help'];
}

/** A rule whose value is a whole number. */
export function numberRule({ least, most, standard, stricter, help }: NumberParts): Rule<number> {
  const schema = whole(least, most);
  return stricter === 'more'
    ? rule({ schema, standard, strictest: most, order: MORE, help })
    : rule({ schema, standard, strictest: least, order: FEWER, help });
}
