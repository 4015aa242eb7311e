/**
 * The same text in ASCII where it was full-width: `１２／１` becomes `12/1`, `￥` becomes `¥`, the wide space a space. Every
 * letter keeps its place, so a stretch of the folded text is the same stretch of the text itself.
 */
export function fold(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_TO_ASCII))
    .replaceAll('\uffe5', '¥')
    .replaceAll('\u3000', ' ');
}

/** Like {@link fold}, and without a difference between capital and small Latin letters. */
export function foldCase(text: string): string {
  return fold(text).replaceAll(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

const WIDE_TO_ASCII = 0xfee0;
