import { Random } from '../../replica/chat/model/random.ts';
import { someOf } from './markup-mutations.ts';
import type { Mutation, PageVariant } from './page-variant.ts';

/** A page that was changed, and by what. */
export interface Varied<P extends PageVariant> {
  readonly variant: P;
  readonly by: readonly string[];
}

/**
 * Makes a page and changes it, always in the same way for the same seed. With one change at a time the seeds take turns
 * through all of them.
 * @param count how many changes at once
 */
export function vary<P extends PageVariant>(
  make: (random: Random) => P,
  mutations: readonly Mutation<P>[],
  seed: number,
  count: number,
): Varied<P> {
  const random = new Random(`${seed}/${count}`);
  const variant = make(random);
  const turn = Math.floor(seed / 4) % mutations.length;
  const inTurn = [...mutations.slice(turn), ...mutations.slice(0, turn)];
  const order = count === 1 ? inTurn : someOf(mutations, mutations.length, random);
  const by: string[] = [];
  for (const mutation of order) {
    if (by.length === count) break;
    if (mutation.apply(variant, random)) by.push(mutation.name);
  }
  return { variant, by };
}
