import type { Bubble } from './broadcast.ts';

/**
 * A short list of numbers that says nothing about a text but how alike it is to another: 64 minimal hashes over its
 * pieces of three letters. Kept instead of the text to find a broadcast that was sent before.
 */
export type Sketch = readonly number[];

export const SKETCH_LENGTH = 64;

const PIECE_LETTERS = 3;

/**
 * The sketch of some texts, whatever their order; width, spaces and capitals make no difference, digits do. `keys` are
 * content that LINE refers to by a key, such as an image: each counts as one piece. Nothing at all has the empty sketch.
 */
export function sketchOf(texts: readonly string[], keys: readonly string[] = []): Sketch {
  const pieces = new Set([...texts.flatMap(piecesOf), ...keys.map((key) => `key ${key}`)]);
  if (pieces.size === 0) return [];
  const least = new Uint32Array(SKETCH_LENGTH).fill(0xffff_ffff);
  for (const piece of pieces) {
    const hash = hashOf(piece);
    for (const [place, salt] of SALTS.entries()) {
      const mixed = mix(hash ^ salt);
      if (mixed < (least[place] ?? 0)) least[place] = mixed;
    }
  }
  return [...least];
}

/** The sketch of a broadcast's bubbles: what they say and what they show. */
export function sketchOfBubbles(bubbles: readonly Pick<Bubble, 'text' | 'key'>[]): Sketch {
  return sketchOf(
    bubbles.map(({ text }) => text),
    bubbles.flatMap(({ key }) => key ?? []),
  );
}

/** How alike two texts are, 0 to 1: the share of their pieces that both have, give or take 0.12. Nothing is like nothing: 0. */
export function likeness(a: Sketch, b: Sketch): number {
  if (a.length !== SKETCH_LENGTH || b.length !== SKETCH_LENGTH) return 0;
  return a.filter((hash, place) => hash === b[place]).length / SKETCH_LENGTH;
}

/** Pieces of three letters; a shorter text is one piece. */
function piecesOf(text: string): readonly string[] {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/\s|\u200b|\u200c|\u200d|\u2060|\ufe0f/g, ''),
  ];
  if (letters.length === 0) return [];
  if (letters.length <= PIECE_LETTERS) return [letters.join('')];
  return letters
    .slice(0, 1 - PIECE_LETTERS)
    .map((_, start) => letters.slice(start, start + PIECE_LETTERS).join(''));
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(piece: string): number {
  let hash = 0x811c_9dc5;
  for (let place = 0; place < piece.length; place++) {
    hash = Math.imul(hash ^ piece.charCodeAt(place), 0x0100_0193);
  }
  return hash;
}

/** The last step of MurmurHash3: spreads every bit over all others, so that each salt makes a hash of its own. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const SALTS: readonly number[] = Array.from({ length: SKETCH_LENGTH }, (_, place) =>
  mix((place + 1) * 0x9e37_79b9),
);
