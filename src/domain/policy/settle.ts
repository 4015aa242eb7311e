import type { BasicId } from '../broadcast/basic-id.ts';
import type { LayerName, Layers } from './layer.ts';
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
  const soft = [...said('managed-default'), ...said('own')];
  const floors = [...said('signed'), ...said('managed-locked')];
  const free = soft.reduce(
    (earlier, later) => ({ ...later, value: rule.overlay(earlier.value, later.value) }),
    builtIn,
  );
  const [first, ...others] = floors;
  if (first === undefined) return { ...free, isFixed: false, floor: undefined };
  // The floors first among themselves: a join is the same either way round, but not in every order of three.
  const floor = others.reduce((a, b) => bind(rule, a.value, b), first);
  const bound = bind(rule, free.value, floor);
  const same = [...floors.toReversed(), free].find(({ value }) => isSameValue(value, bound.value));
  return { value: bound.value, from: (same ?? bound).from, isFixed: true, floor: floor.value };
}

/** What becomes of a value under a floor: without an order between the two the floor decides. */
function bind<V>({ order, overlay }: Rule<V>, value: V, floor: Said<V>): Said<V> {
  const bound = order === 'none' ? overlay(value, floor.value) : order.join(value, floor.value);
  return { from: floor.from, value: bound };
}
