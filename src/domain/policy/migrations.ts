/** The fields of a stored layer, whatever is in them. */
export type Fields = Readonly<Record<string, unknown>>;

/** The form that this version writes: one field for each rule, `accounts` beside them. */
export const POLICY_VERSION = 2;

/** A step from one form of a stored layer to the next. Pure; what it does not understand it hands on. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  readonly migrate: (stored: Fields) => Fields;
}

/** Every step from the first form to {@link POLICY_VERSION}, in order. A step is never changed once it has been released. */
export const MIGRATIONS: readonly Migration[] = [{ from: 1, to: 2, migrate: gateToTheTop }];

/** Brings what a version of Matta wrote into the present form; `version` is left out of the result. */
export function migrate(stored: Fields, version: number): Fields {
  const { version: _, ...fields } = stored;
  return MIGRATIONS.filter(({ from }) => from >= version).reduce<Fields>(
    (earlier, step) => step.migrate(earlier),
    fields,
  );
}

/**
 * Form 1 kept the rules of the gate in a field `gate`. A rule that stands at the top already stays; the gate's own is then kept
 * where it was, and reported as unknown.
 */
function gateToTheTop(stored: Fields): Fields {
  const { gate, ...others } = stored;
  if (typeof gate !== 'object' || gate === null || Array.isArray(gate)) return stored;
  const entries = Object.entries(gate);
  const twice = entries.filter(([key]) => Object.hasOwn(others, key));
  const moved = entries.filter(([key]) => !Object.hasOwn(others, key));
  return {
    ...others,
    ...Object.fromEntries(moved),
    ...(twice.length === 0 ? {} : { gate: Object.fromEntries(twice) }),
  };
}
