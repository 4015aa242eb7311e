/** How strict the values of one rule are, compared with each other. */
export interface Strictness<V> {
  /** A value at least as strict as both, and the same whichever of the two comes first. */
  join(a: V, b: V): V;
  /** True when `a` is nowhere laxer than `b`. */
  isAtLeast(a: V, b: V): boolean;
}

/** `none`: no value is stricter than another; then the layer that is fixed simply decides. */
export type Order<V> = Strictness<V> | 'none';

/** Words with a rank, the laxest first. A word without a rank counts as the laxest. */
export function ranked<V extends string>(laxestFirst: readonly V[]): Strictness<V> {
  const rank = (value: V) => laxestFirst.indexOf(value);
  return {
    join: (a, b) => (rank(a) >= rank(b) ? a : b),
    isAtLeast: (a, b) => rank(a) >= rank(b),
  };
}

/** The larger number is the stricter one. */
export const MORE: Strictness<number> = {
  join: (a, b) => Math.max(a, b),
  isAtLeast: (a, b) => a >= b,
};

/** The smaller number is the stricter one. */
export const FEWER: Strictness<number> = {
  join: (a, b) => Math.min(a, b),
  isAtLeast: (a, b) => a <= b,
};

/** Lists of words of which each adds something to watch: the longer list is the stricter one. */
export const ALL_WORDS: Strictness<string[]> = {
  join: (a, b) => [...new Set([...a, ...b])].toSorted(),
  isAtLeast: (a, b) => b.every((word) => a.includes(word)),
};

/** Named values, each with an order of its own. What one side does not name it does not demand. */
export function byName<V>(order: Strictness<V>): Strictness<Record<string, V>> {
  return {
    join: (a, b) => {
      const shared = Object.entries(b).map(([name, value]): [string, V] => {
        const other = a[name];
        return [name, other === undefined ? value : order.join(other, value)];
      });
      return Object.fromEntries([...Object.entries(a), ...shared].toSorted(byFirst));
    },
    isAtLeast: (a, b) =>
      Object.entries(b).every(([name, least]) => {
        const value = a[name];
        return value !== undefined && order.isAtLeast(value, least);
      }),
  };
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
