import { type Address, readAddress } from './address.ts';
import { fold } from './fold.ts';
import { type Span, spanOf, withoutOverlaps } from './span.ts';

/** An address in a text. `address` is null where no browser would take it, as with full-width letters. */
export interface FoundTextLink extends Span {
  readonly address: Address | null;
  readonly hasScheme: boolean;
}

/** The ends of host names without a scheme that LINE makes links of; `menu.pdf` and `1.5` shall be none. */
const ENDINGS =
  'com|net|org|info|biz|jp|tw|th|io|me|co|app|dev|shop|store|site|online|page|link|tokyo|osaka|asia|xyz|tv|cc|gl|gle|ly|be|ee|to|fm|gd|at|id|tk|cafe|jobs|club|news';

/** The letters of an address; everything else, Japanese and Thai letters too, ends it. */
const LETTERS = String.raw`[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]`;

/** With a scheme, also of a host with letters of other scripts, if a Latin ending follows. */
const WITH_SCHEME = new RegExp(
  String.raw`(?<![A-Za-z])https?:\/\/(?:(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:${ENDINGS})(?![A-Za-z0-9-])${LETTERS}*|${LETTERS}*)`,
  'giu',
);
/** Without a scheme; the part behind the `@` of a mail address is none. */
const WITHOUT_SCHEME = new RegExp(
  String.raw`(?<![A-Za-z0-9@._/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?:${ENDINGS})(?![A-Za-z0-9-]|\.[A-Za-z0-9]|@)(?::\d{1,5})?(?:[/?#]${LETTERS}*)?`,
  'giu',
);

/**
 * All http and https addresses of a text in order, also those glued to Japanese or Thai letters on either side, and those
 * that begin with full-width letters. A full-width letter ends an address that begins with ordinary ones, as LINE sees it.
 */
export function findLinks(text: string): readonly FoundTextLink[] {
  const folded = fold(text);
  const isWide = ({ start }: Span) => /[\uff01-\uff5e]/.test(text.charAt(start));
  return withoutOverlaps([
    ...linksBy(WITH_SCHEME, text, text, true),
    ...linksBy(WITHOUT_SCHEME, text, text, false),
    ...linksBy(WITH_SCHEME, text, folded, true).filter(isWide),
    ...linksBy(WITHOUT_SCHEME, text, folded, false).filter(isWide),
  ]);
}

function linksBy(
  pattern: RegExp,
  text: string,
  searched: string,
  hasScheme: boolean,
): readonly FoundTextLink[] {
  return [...searched.matchAll(pattern)].map(({ index, 0: found }) => {
    const end = index + withoutTrailing(found).length;
    const span = spanOf(text, index, end);
    return { ...span, address: readAddress(hasScheme ? span.text : `https://${span.text}`), hasScheme };
  });
}

/** Without the punctuation and the unopened brackets that close the sentence and not the address. */
function withoutTrailing(found: string): string {
  const surplus = { ')': surplusOf(found, '(', ')'), ']': surplusOf(found, '[', ']') };
  let end = found.length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (last === ')' || last === ']') {
      if (surplus[last] <= 0) break;
      surplus[last] -= 1;
    } else if (!/[.,;:!?'*]/.test(last)) break;
  }
  return found.slice(0, end);
}

/** How many more `closing` than `opening` there are. */
function surplusOf(text: string, opening: string, closing: string): number {
  return text.split(closing).length - text.split(opening).length;
}
