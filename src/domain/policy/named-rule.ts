import * as v from 'valibot';
import { damaged, type Flaw, type Reading, type Rule } from './rule.ts';
import { byName, ranked } from './strictness.ts';

interface NamedParts<R extends string> {
  /** The values that a name may have, the laxest first. */
  readonly ranks: readonly R[];
  /** Every name that is known, with its standard. */
  readonly standard: Readonly<Record<string, NoInfer<R>>>;
  /** Names of which a value below this is no value. */
  readonly least: Readonly<Record<string, NoInfer<R>>>;
  readonly help: `policyHelp${string}`;
}

/** Most names in one layer; what is beyond cannot have been meant. */
const MOST_NAMES = 300;
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/**
 * A rule whose value is a rank for each of many names. A layer says only those that it wants different; a name that this version
 * does not know is kept, reported, and does nothing.
 */
export function namedRule<R extends string>(parts: NamedParts<R>): Rule<Record<string, R>> {
  const { ranks, standard, help } = parts;
  const schema = schemaOf(parts);
  const top = ranks.at(-1);
  const strictest =
    top === undefined ? standard : Object.fromEntries(Object.keys(standard).map((name) => [name, top]));
  return {
    schema,
    standard: { ...standard },
    strictest: { ...strictest },
    order: byName(ranked(ranks)),
    help,
    overlay: (earlier, later) => ({ ...earlier, ...later }),
    read: (stored, isFloor) => {
      if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
        return damaged(isFloor ? { ...strictest } : undefined);
      }
      return readNames(
        Object.entries(stored),
        schema,
        isFloor ? strictest : {},
        new Set(Object.keys(standard)),
      );
    },
  };
}

function schemaOf<R extends string>({ ranks, least }: NamedParts<R>) {
  const name = v.pipe(v.string(), v.regex(NAME));
  return v.pipe(
    v.record(name, v.picklist(ranks)),
    v.check((values) => Object.keys(values).length <= MOST_NAMES),
    v.check((values) =>
      Object.entries(least).every(([of, lowest]) => {
        const value = values[of];
        return value === undefined || ranks.indexOf(value) >= ranks.indexOf(lowest);
      }),
    ),
  );
}

/** @param instead what a damaged value of a name is taken for */
function readNames<R extends string>(
  stored: readonly (readonly [string, unknown])[],
  schema: v.GenericSchema<unknown, Record<string, R>>,
  instead: Readonly<Record<string, R>>,
  known: ReadonlySet<string>,
): Reading<Record<string, R>> {
  const flaws: Flaw[] = [];
  const value: [string, R][] = [];
  // What is known first, so that no crowd of unknown names can push it out.
  const entries = stored.toSorted(([a], [b]) => Number(known.has(b)) - Number(known.has(a)));
  for (const [name, rank] of entries.slice(0, MOST_NAMES)) {
    const parsed = v.safeParse(schema, { [name]: rank });
    const read = parsed.success && Object.hasOwn(parsed.output, name) ? parsed.output[name] : undefined;
    if (read === undefined) flaws.push({ part: name, kind: 'invalid' });
    else if (!known.has(name)) flaws.push({ part: name, kind: 'unknown' });
    const usable = read ?? (known.has(name) ? instead[name] : undefined);
    if (usable !== undefined) value.push([name, usable]);
  }
  if (stored.length > MOST_NAMES) flaws.push({ part: null, kind: 'too-many' });
  return { value: Object.fromEntries(value), flaws };
}
