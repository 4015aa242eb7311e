/** A weekday as it was written behind a date: 0 is Sunday; `length` is how much text it takes. */
export interface WrittenWeekday {
  readonly weekday: number;
  readonly length: number;
}

/** Japanese letters, Chinese ones, English beginnings: the place in each is the weekday. */
const LETTERS = ['日月火水木金土', '日一二三四五六'] as const;
const ENGLISH: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const HOLIDAY = String.raw`(?:\s?[・·/、,.]?\s?(?:祝日?|祭日?|休日?|振替休日|振休)){0,2}`;
const JAPANESE = `(?<ja>[日月火水木金土])(?:曜日?)?`;
const CHINESE = `(?:週|周|星期|禮拜)(?<zh>[日一二三四五六])`;
const BARE_CHINESE = '(?<zhBare>[一二三四五六])';
const LATIN = String.raw`(?<en>sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?`;

/** In brackets, `(火)` `（火・祝）` `[Tue]`, or written out without, `火曜日` `Tue`. */
const BRACKETED = new RegExp(
  String.raw`^\s?[(\[〔【<]\s?(?:${JAPANESE}|${CHINESE}|${BARE_CHINESE}|${LATIN})${HOLIDAY}\s?[)\]〕】>]`,
  'i',
);
const BARE = new RegExp(
  String.raw`^\s?(?:(?<ja>[日月火水木金土])曜日?|${CHINESE}|,?\s?(?<en>sun|mon|tue|wed|thu|fri|sat)(?:day|nesday|sday|rsday|urday)?(?![a-z]|\s?[-–~〜]))`,
  'i',
);

/** The weekday with which `rest` begins, folded text right behind a date; null where there is none. */
export function readWeekday(rest: string): WrittenWeekday | null {
  const found = BRACKETED.exec(rest) ?? BARE.exec(rest);
  if (found === null) return null;
  const { ja, zh, zhBare, en } = found.groups ?? {};
  const weekday = en === undefined ? byLetter(ja, zh ?? zhBare) : ENGLISH.indexOf(en.toLowerCase());
  return { weekday, length: found[0].length };
}

function byLetter(japanese: string | undefined, chinese: string | undefined): number {
  return japanese === undefined ? LETTERS[1].indexOf(chinese ?? '') : LETTERS[0].indexOf(japanese);
}
