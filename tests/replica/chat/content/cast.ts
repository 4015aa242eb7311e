import { at, type Random } from '../model/random.ts';
import type { Shop } from './shop.ts';

/** Who writes in one conversation. */
export class Cast {
  readonly members: readonly string[];
  readonly #shop: Shop;
  readonly #random: Random;
  #turn = 0;

  constructor(shop: Shop, members: readonly string[], random: Random) {
    this.#shop = shop;
    this.members = members;
    this.#random = random;
  }

  /** The operator who answers the next exchange. */
  operator(): string {
    return this.#random.pick(this.#shop.operators);
  }

  /** The customer, or the members of a group in turn. */
  member(): string {
    this.#turn += 1;
    return at(this.members, this.#turn);
  }
}
