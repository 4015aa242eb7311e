const STANDARD_SEEDS = 500;
const UNCHANGED_SEEDS = 10;

const asked = process.env['VARIANT_SEEDS'];
const from = Number(process.env['VARIANT_FROM'] ?? 0);
const only = process.env['VARIANT_MUTATIONS'];

/** Jsdom is slow where other work is done beside it. */
export const PATIENCE_MS = 30 * 60_000;

/**
 * The seeds that a test goes through. Each stands for one page, and for one change or three at once; by hand (`npm run variants`,
 * which hands over its arguments in the environment) all of them are gone through for every page where a number of changes was asked for.
 * @param page 0 for the chat, 1 for the editor
 * @param changes how many changes at once; with none the pages differ less, so that few are enough
 */
export function seedsOf(page: 0 | 1, changes: number): readonly number[] {
  if (only !== undefined && Number(only) !== changes) return [];
  const seeds = everySeed();
  if (changes === 0) return seeds.slice(0, UNCHANGED_SEEDS);
  const isOfBoth = (seed: number) => seed % 2 === page && Math.floor(seed / 2) % 2 === Number(changes > 1);
  return only === undefined ? seeds.filter(isOfBoth) : seeds;
}

/** How many changes at once to try, and the least share of pages that has to be read right. */
export function trials(page: 0 | 1): readonly { readonly changes: number; readonly least: number }[] {
  const standard = [
    { changes: 0, least: 1 },
    { changes: 1, least: 0.95 },
    { changes: 3, least: 0.8 },
  ];
  const other = only === undefined ? [] : [{ changes: Number(only), least: 0 }];
  const wanted = [
    ...standard,
    ...other.filter(({ changes }) => standard.every((one) => one.changes !== changes)),
  ];
  return wanted.filter(({ changes }) => seedsOf(page, changes).length > 0);
}

/** All seeds, for what is too quick to be shared out. */
export function everySeed(): readonly number[] {
  const count = asked === undefined ? STANDARD_SEEDS : Number(asked);
  return Array.from({ length: count }, (_, n) => from + n);
}

/** Shows verdicts where somebody asked for them by hand. */
export function showReport(report: string): void {
  if (asked !== undefined) process.stdout.write(`\n${report}\n`);
}
