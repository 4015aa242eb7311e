import type { BasicId } from '../broadcast/basic-id.ts';
import { FLOORS, type LayerName, type Layers } from './layer.ts';
import type { Rule } from './rule.ts';
import { RULES, type RuleKey, type RuleValues, valueIn } from './rules.ts';
import { isSameValue } from './same-value.ts';

/** What holds for one rule, and why. */
export interface Settled<V> {
  readonly value: V;
  /** The layer that gives the value; of several the highest. Where two make it together, the one that came last. */
  readonly from: LayerName;
  /** A layer that others may not loosen says something of it. */
  readonly isFixed: boolean;
  /** What must be kept at least; undefined where nothing is fixed. Others may add to it only where there is an order. */
  readonly floor: V | undefined;
}

interface Said<V> {
  readonly from: LayerName;
  readonly value: V;
}

/** What holds for one rule, for one account or (null) for all. */
export function settle<K extends RuleKey>(
  layers: Layers,
  key: K,
  account: BasicId | null,
): Settled<RuleValues[K]> {
  const rule: Rule<RuleValues[K]> = RULES[key];
  const said = (from: keyof Layers): readonly Said<RuleValues[K]>[] => {
    const book = layers[from];
    const value = book === undefined ? undefined : valueIn(book, key, account);
    return value === undefined ? [] : [{ from, value }];
  };
  const builtIn: Said<RuleValues[K]> = { from: 'built-in', value: rule.standard };
  const floors = [...said('signed'), ...said('managed-locked')];
  const below = said('managed-default').reduce((earlier, later) => over(rule, earlier, later), builtIn);
  const [first, ...others] = floors;
  const demanding = demandingLayer(layers, rule.fixedWith, account);
  if (first === undefined && demanding !== null)
    return { value: below.value, from: demanding, isFixed: true, floor: below.value };
  const free = said('own').reduce((earlier, later) => ownOver(rule, earlier, later), below);
  if (first === undefined) return { ...free, isFixed: false, floor: undefined };
  // The floors first among themselves: a join is the same either way round, but not in every order of three.
  const floor = others.reduce((a, b) => bind(rule, a.value, b), first);
  const bound = bind(rule, free.value, floor);
  const same = [...floors.toReversed(), free].find(({ value }) => isSameValue(value, bound.value));
  return { value: bound.value, from: (same ?? bound).from, isFixed: true, floor: floor.value };
}

function over<V>({ overlay }: Rule<V>, earlier: Said<V>, later: Said<V>): Said<V> {
  return { ...later, value: overlay(earlier.value, later.value) };
}

/** What becomes of an operator's own value. One that may not count at all leaves what was below it. */
function ownOver<V>(rule: Rule<V>, below: Said<V>, own: Said<V>): Said<V> {
  const wanted = over(rule, below, own);
  if (rule.own === undefined) return wanted;
  const value = rule.own(below.value, wanted.value);
  return isSameValue(value, below.value) && !isSameValue(value, wanted.value) ? below : { ...own, value };
}

/** The highest layer that demands something by a rule and that others may not loosen; null: none does. */
function demandingLayer(layers: Layers, key: RuleKey | undefined, account: BasicId | null): LayerName | null {
  if (key === undefined) return null;
  const demands = (floor: (typeof FLOORS)[number]) => {
    const book = layers[floor];
    const value = book === undefined ? undefined : valueIn(book, key, account);
    return value !== undefined && !isSameValue(value, RULES[key].standard);
  };
  return FLOORS.findLast(demands) ?? null;
}

/** What becomes of a value under a floor: without an order between the two the floor decides. */
function bind<V>({ order, overlay }: Rule<V>, value: V, floor: Said<V>): Said<V> {
  const bound = order === 'none' ? overlay(value, floor.value) : order.join(value, floor.value);
  return { from: floor.from, value: bound };
}
