/** Pseudo-random choices that are the same on every run with the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number | string) {
    this.#state = typeof seed === 'number' ? seed >>> 0 : hash(seed);
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One entry of a list that is not empty. */
  pick<Entry>(list: readonly Entry[]): Entry {
    return at(list, this.integer(0, list.length - 1));
  }
}

/** An unsigned 32-bit digest of a text (FNV-1a). */
export function hash(text: string): number {
  let digest = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    digest = Math.imul(digest ^ text.charCodeAt(index), 0x01000193);
  }
  // FNV alone leaves neighbouring texts alike in the high bits.
  digest = Math.imul(digest ^ (digest >>> 16), 0x45d9f3b);
  return (digest ^ (digest >>> 16)) >>> 0;
}

/** The entry at a position, counted round and round the list. */
export function at<Entry>(list: readonly Entry[], index: number): Entry {
  const entry = list[index % list.length];
  if (entry === undefined) throw new RangeError(`no entry ${index} in a list of ${list.length}`);
  return entry;
}
