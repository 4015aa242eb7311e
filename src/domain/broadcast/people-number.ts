/**
 * Digits, where a comma or blanks may stand between two of them; 人 or 名 may follow. Each blank has one place in it alone: else a row
 * of numbers with a word behind, such as a calendar's, would be tried in more ways than anybody waits for.
 */
const NUMBER = /^\s*(\d(?:\s*(?:[,，、]\s*)?\d)*)(?:\s*[人名])?\s*$/;

/** Where the ten digits of other keyboards begin: full-width as Japanese ones write them, and Thai. */
const OTHER_ZEROS = [0xff10, 0x0e50] as const;

/**
 * The number of people that a person typed: `1234`, `１，２３４人`, `๑๒๓๔`. Null for whatever is no whole number: words,
 * fractions, signs, and what is too long to be told apart from its neighbours.
 */
export function readPeople(typed: string): number | null {
  const digits = NUMBER.exec(withPlainDigits(typed))?.[1];
  if (digits === undefined) return null;
  const people = Number(digits.replaceAll(/\D/g, ''));
  return Number.isSafeInteger(people) ? people : null;
}

function withPlainDigits(typed: string): string {
  return typed.replaceAll(/[０-９๐-๙]/g, (digit) => {
    const zero = OTHER_ZEROS.find((start) => digit.charCodeAt(0) >= start) ?? 0;
    return String(digit.charCodeAt(0) - zero);
  });
}
