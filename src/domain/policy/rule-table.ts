/** The keys of a table of rules. */
export function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  // A table is written out in its file: it has the keys of its type and no others.
  return Object.keys(table) as K[];
}

/** An object that has for every key of a table what `make` makes of it. */
export function fromTable<K extends string>(
  table: Readonly<Record<K, unknown>>,
  make: (key: K) => unknown,
): object {
  return Object.fromEntries(keysOf(table).map((key) => [key, make(key)]));
}
