import * as v from 'valibot';
import { damaged, type Flaw, type Rule } from './rule.ts';
import type { Order } from './strictness.ts';

interface ListParts<E> {
  readonly entry: v.GenericSchema<unknown, E>;
  /** Most entries of one layer. */
  readonly most: number;
  readonly order: NoInfer<Order<E[]>>;
  readonly help: `policyHelp${string}`;
  /** What a damaged entry of a layer that others may not loosen can still be taken for, the best first. */
  readonly mend?: (stored: unknown) => readonly unknown[];
}

type Mend = (stored: unknown) => readonly unknown[];

/** So many times the allowed number is looked at to find enough good entries. */
const LOOKED_AT = 10;
const NOTHING: Mend = () => [];

/** A rule whose value is a list, empty by default, of which a damaged entry costs the others nothing. */
export function listRule<E>({ entry, most, order, help, mend = NOTHING }: ListParts<E>): Rule<E[]> {
  return {
    schema: v.pipe(v.array(entry), v.maxLength(most)),
    standard: [],
    strictest: [],
    order,
    help,
    overlay: (_, later) => later,
    read: (stored, isFloor) => {
      if (!Array.isArray(stored)) return damaged<E[]>(isFloor ? [] : undefined);
      const looked: readonly unknown[] = isFloor ? stored : stored.slice(0, most * LOOKED_AT);
      const { good, flaws } = readEntries(looked, entry, isFloor ? mend : NOTHING);
      const isTooLong = good.length > most || looked.length < stored.length;
      return {
        // In a layer that others may not loosen an entry too many is still an entry that was meant.
        value: isFloor ? good : good.slice(0, most),
        flaws: isTooLong ? [...flaws, { part: null, kind: 'too-many' }] : flaws,
      };
    },
  };
}

function readEntries<E>(
  stored: readonly unknown[],
  schema: v.GenericSchema<unknown, E>,
  mend: Mend,
): { readonly good: E[]; readonly flaws: readonly Flaw[] } {
  const good: E[] = [];
  const flaws: Flaw[] = [];
  for (const [place, entry] of stored.entries()) {
    const parsed = v.safeParse(schema, entry);
    if (!parsed.success) flaws.push({ part: String(place), kind: 'invalid' });
    const usable = parsed.success ? parsed : mended(entry, schema, mend);
    if (usable?.success === true) good.push(usable.output);
  }
  return { good, flaws };
}

function mended<E>(entry: unknown, schema: v.GenericSchema<unknown, E>, mend: Mend) {
  return mend(entry)
    .map((attempt) => v.safeParse(schema, attempt))
    .find(({ success }) => success);
}
