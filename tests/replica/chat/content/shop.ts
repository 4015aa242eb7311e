import type { Language } from '../../switches.ts';
import type { Content, PictureName } from '../model/message.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { th } from './th.ts';
import { zh } from './zh.ts';

export interface Line {
  readonly from: 'customer' | 'shop';
  readonly content: Content;
}

/** A short exchange, oldest line first. */
export type Thread = readonly Line[];

/** The lines of the demo conversation, in the order in which they were said. */
export interface DemoLines {
  readonly firstAsk: string;
  readonly firstAnswer: string;
  readonly firstThanks: string;
  readonly nightAsk: string;
  readonly automatic: string;
  readonly morningAsk: string;
  readonly morningAnswer: string;
  readonly orderAsk: string;
  readonly orderAnswer: string;
  readonly timeAsk: string;
  readonly timeAnswer: string;
  readonly pictureAsk: string;
  readonly pictureThanks: string;
  readonly pictureAnswer: string;
  readonly lastAsk: string;
  readonly lastAnswer: string;
}

/** One imaginary shop: its people, its customers and what they write to each other. */
export interface Shop {
  readonly name: string;
  readonly operators: readonly [string, string];
  readonly customers: readonly string[];
  readonly group: { readonly name: string; readonly members: readonly string[]; readonly thread: Thread };
  readonly room: { readonly name: string; readonly members: readonly string[]; readonly thread: Thread };
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly canned: readonly string[];
  readonly demo: DemoLines;
  readonly demoPicture: PictureName;
  readonly threads: readonly Thread[];
  /** What `window.practice` says when a test gives no text. */
  readonly spontaneous: { readonly customer: string; readonly shop: string };
}

/** The shop of a language. */
export function shopFor(language: Language): Shop {
  return { ja, en, th, zh }[language];
}
