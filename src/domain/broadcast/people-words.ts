/** A counting word and what it stands for. */
type Unit = readonly [size: number, word: string];

/** How numbers from `from` on are said: so many of the first unit, and so many of the second where there is one. */
interface Scale {
  readonly from: number;
  readonly units: readonly [Unit, Unit?];
}

interface Counting {
  /** Largest first. Fewer than a thousand are best said by the number itself. */
  readonly scales: readonly Scale[];
  /** Between a number and its word, and between two such pairs. */
  readonly gap: string;
  /** Writes the number before a counting word. */
  readonly digits: (count: number) => string;
  /** `isRounded`: it is not exactly that. */
  readonly phrase: (amount: string, isRounded: boolean) => string;
}

/**
 * A number of people in words that the eye takes in at once, rounded to what matters: 12,345 is `約1万2千人`, `about 12
 * thousand people`, `約1萬2千人`, `ประมาณ 1 หมื่น 2 พันคน`. Who has typed a digit too many sees it here. Null for fewer than a
 * thousand.
 *
 * @param languageTag BCP 47 tag; English for a language that Matta has no texts in
 */
export function peopleInWords(count: number, languageTag: string): string | null {
  const counting = countingOf(languageTag);
  const scale = counting.scales.find(({ from }) => count >= from);
  if (scale === undefined) return null;
  const rounded = roundTo(count, scale);
  // Rounding up may reach the next larger scale: 9,990 is ten thousand.
  const reached = counting.scales.find(({ from }) => rounded >= from) ?? scale;
  return counting.phrase(amountOf(rounded, reached, counting), rounded !== count);
}

function roundTo(count: number, { units: [first, second] }: Scale): number {
  const [step] = second ?? first;
  return Math.round(count / step) * step;
}

function amountOf(rounded: number, { units: [first, second] }: Scale, { gap, digits }: Counting): string {
  const say = (count: number, [, word]: Unit) => `${digits(count)}${gap}${word}`;
  const whole = say(Math.floor(rounded / first[0]), first);
  const rest = second === undefined ? 0 : Math.round((rounded % first[0]) / second[0]);
  return second === undefined || rest === 0 ? whole : `${whole}${gap}${say(rest, second)}`;
}

/** Japanese and Chinese count in ten thousands. From a million on the thousands do not matter. */
function byTenThousands(tenThousand: string, hundredMillion: string): readonly Scale[] {
  const thousands: Unit = [1e3, '千'];
  const hundreds: Unit = [100, '百'];
  return [
    {
      from: 1e8,
      units: [
        [1e8, hundredMillion],
        [1e7, `千${tenThousand}`],
      ],
    },
    { from: 1e6, units: [[1e4, tenThousand]] },
    { from: 1e4, units: [[1e4, tenThousand], thousands] },
    { from: 1e3, units: [thousands, hundreds] },
  ];
}

const THAI: readonly Unit[] = [
  [1e6, 'ล้าน'],
  [1e5, 'แสน'],
  [1e4, 'หมื่น'],
  [1e3, 'พัน'],
  [100, 'ร้อย'],
];

const SMALL_NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const COUNTINGS = {
  ja: {
    scales: byTenThousands('万', '億'),
    gap: '',
    digits: String,
    phrase: (amount, isRounded) => `${isRounded ? '約' : ''}${amount}人`,
  },
  zh: {
    scales: byTenThousands('萬', '億'),
    gap: '',
    digits: String,
    phrase: (amount, isRounded) => `${isRounded ? '約' : ''}${amount}人`,
  },
  th: {
    scales: THAI.flatMap((unit, at) => {
      const next = THAI[at + 1];
      return next === undefined ? [] : [{ from: unit[0], units: [unit, next] as const }];
    }),
    gap: ' ',
    digits: String,
    phrase: (amount, isRounded) => `${isRounded ? 'ประมาณ ' : ''}${amount}คน`,
  },
  en: {
    scales: [
      {
        from: 1e6,
        units: [
          [1e6, 'million'],
          [1e5, 'hundred thousand'],
        ],
      },
      { from: 1e4, units: [[1e3, 'thousand']] },
      {
        from: 1e3,
        units: [
          [1e3, 'thousand'],
          [100, 'hundred'],
        ],
      },
    ],
    gap: ' ',
    digits: (count) => SMALL_NUMBERS[count] ?? String(count),
    phrase: (amount, isRounded) => `${isRounded ? 'about ' : ''}${amount} people`,
  },
} as const satisfies Record<string, Counting>;

function countingOf(languageTag: string): Counting {
  const [language = ''] = languageTag.toLowerCase().split(/[-_]/);
  return language === 'ja' || language === 'zh' || language === 'th' ? COUNTINGS[language] : COUNTINGS.en;
}
