import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const GROUPS = ['sizes', 'gate', 'storage', 'worker', 'rows', 'minute'] as const;
export type GroupName = (typeof GROUPS)[number];

export interface BenchOptions {
  /** Few rounds and small conversations, for trying; its figures are not written to bench/results.md. */
  readonly quick: boolean;
  /** Fails when a goal is missed by more than the noise of the run. */
  readonly check: boolean;
  readonly groups: readonly GroupName[];
}

/** A group that does not exist. */
export class UnknownGroup extends Error {
  override readonly name = 'UnknownGroup';
}

/** Reads `--quick`, `--check` and any number of `--only GROUP`. @throws UnknownGroup, or TypeError on another option */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const named = values.only.map((name) => {
    const group = GROUPS.find((one) => one === name);
    if (group === undefined) throw new UnknownGroup(`${name}: use one of ${GROUPS.join(', ')}`);
    return group;
  });
  const groups = named.length === 0 ? GROUPS : GROUPS.filter((group) => named.includes(group));
  return { quick: values.quick, check: values.check, groups };
}
