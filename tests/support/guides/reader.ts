import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { quotesIn } from './quotes.ts';

/** Somebody follows a guide and comes to words that it does not have there. */
export class NotInGuide extends Error {
  override readonly name = 'NotInGuide';
  constructor(words: string, last: string) {
    super(`after “${last}” the guide does not quote “${words}”`);
  }
}

/** Reads one chapter of the Japanese guide from its beginning, and never goes back: what somebody does is quoted in this order. */
export class GuideReader {
  readonly #quotes: readonly string[];
  #at = -1;

  /** @param chapter its number, as in `## 9. …` */
  constructor(chapter: number) {
    const guide = readFileSync(fileURLToPath(new URL('../../../docs/guide.ja.md', import.meta.url)), 'utf8');
    const text = guide.split(/^(?=## )/m).find((part) => part.startsWith(`## ${chapter}. `)) ?? '';
    this.#quotes = quotesIn(text, 'ja');
  }

  /** The same words, once the guide has come to them. @throws NotInGuide */
  next(words: string): string {
    const at = this.#quotes.indexOf(words, this.#at + 1);
    if (at === -1) throw new NotInGuide(words, this.#quotes[this.#at] ?? '');
    this.#at = at;
    return words;
  }
}
