/** A switch or value that does not exist: a misspelt test must not pass on the default page. */
export class UnknownSwitchError extends Error {
  override readonly name = 'UnknownSwitchError';
}

/** One page of the practice LINE: its switches as a query string. */
export interface Variant {
  readonly name: string;
  readonly query: string;
}

/** The names of switches, each with its values; the first value is the default. */
export type SwitchTable = Readonly<Record<string, readonly [string, ...string[]]>>;

export function variant(query: string): Variant {
  return { name: query, query };
}

/** Every non-default value of every switch once. */
export function variantsOfEach(table: SwitchTable): readonly Variant[] {
  return Object.entries(table).flatMap(([name, values]) =>
    values.slice(1).map((value) => variant(`${name}=${value}`)),
  );
}

/**
 * The chosen value of one switch, without a choice the first.
 * @throws UnknownSwitchError on a value that does not exist.
 */
export function chosenOf<Value extends string>(
  given: URLSearchParams,
  name: string,
  values: readonly Value[],
): Value {
  const value = given.get(name);
  const chosen = value === null ? values[0] : values.find((candidate) => candidate === value);
  if (chosen === undefined) throw new UnknownSwitchError(`${name}=${value}: use one of ${values.join(', ')}`);
  return chosen;
}

/**
 * A whole number of at most six digits.
 * @throws UnknownSwitchError on anything else.
 */
export function wholeNumberOf(given: URLSearchParams, name: string, standard: number): number {
  const value = given.get(name);
  if (value === null) return standard;
  if (!/^\d{1,6}$/.test(value)) throw new UnknownSwitchError(`${name}=${value}: use a whole number`);
  return Number(value);
}

/** @throws UnknownSwitchError on a name that is not among those that exist. */
export function refuseUnknownNames(given: URLSearchParams, existing: readonly string[]): void {
  for (const name of given.keys()) {
    if (!existing.includes(name)) throw new UnknownSwitchError(`no switch "${name}"`);
  }
}
