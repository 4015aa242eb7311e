import * as v from 'valibot';
import type { Order } from './strictness.ts';

/** What is wrong with a value, or with one `part` of it: an entry's place or name; null: with the whole of it. */
export interface Flaw {
  readonly part: string | null;
  readonly kind: 'invalid' | 'unknown' | 'too-many';
}

/** A value as far as it could be read; undefined: nothing of it, so that the layer below decides. */
export interface Reading<V> {
  readonly value: V | undefined;
  readonly flaws: readonly Flaw[];
}

/** One thing that a supervisor decides: everything that is known about it. */
export interface Rule<V> {
  readonly schema: v.GenericSchema<unknown, V>;
  /** The value when no layer says anything. */
  readonly standard: V;
  /** What a damaged value of a layer that others may not loosen is taken for: the strictest that work can go on with. */
  readonly strictest: V;
  readonly order: Order<V>;
  /** The key of the sentence that explains it to a supervisor. */
  readonly help: `policyHelp${string}`;
  /** What a later layer's value makes of an earlier one's: most replace it, named values only those they name. */
  readonly overlay: (earlier: V, later: V) => V;
  /** What an operator's own value may come to over that of the layers below; left out: to whatever it is. */
  readonly own?: (below: V, wanted: V) => V;
  /** Where a supervisor demands something by that rule, this one is theirs as well: an operator's own value does not count. */
  readonly fixedWith?: 'secondPerson';
  /** Where there is no order: what counts where it may be either, for an account that nobody knows; left out: the first. */
  readonly either?: (a: V, b: V) => V;
  /** Reads what was stored. `isFloor`: of a layer that others may not loosen. Never throws. */
  readonly read: (stored: unknown, isFloor: boolean) => Reading<V>;
}

/** What has to be said about a rule whose value is read as a whole. */
export type RuleParts<V> = Pick<Rule<V>, 'schema' | 'help'> & {
  readonly standard: NoInfer<V>;
  readonly order: NoInfer<Order<V>>;
  /** The standard where it is left out. */
  readonly strictest?: NoInfer<V>;
  readonly own?: NoInfer<(below: V, wanted: V) => V>;
};

/** A rule whose value stands or falls as a whole. */
export function rule<V>({ strictest, ...parts }: RuleParts<V>): Rule<V> {
  const fallback = strictest ?? parts.standard;
  return {
    ...parts,
    strictest: fallback,
    overlay: (_, later) => later,
    read: (stored, isFloor) => {
      const parsed = v.safeParse(parts.schema, stored);
      return parsed.success ? { value: parsed.output, flaws: [] } : damaged(isFloor ? fallback : undefined);
    },
  };
}

/** The reading of a value of which nothing can be used. */
export function damaged<V>(value: V | undefined): Reading<V> {
  return { value, flaws: [{ part: null, kind: 'invalid' }] };
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** A text of `least` to `most` UTF-16 units. */
export function textOf(least: number, most: number) {
  return v.pipe(v.string(), v.minLength(least), v.maxLength(most));
}
