/** Which seeds a test goes through. By hand: `npm run variants`, which hands over its arguments in the environment. */
const STANDARD_SEEDS = 500;
const UNCHANGED_SEEDS = 25;

const asked = process.env['VARIANT_SEEDS'];
const from = Number(process.env['VARIANT_FROM'] ?? 0);

/** @param changes how many changes at once; with none the pages differ less, so that few are enough */
export function seedsOf(changes: number): readonly number[] {
  const only = process.env['VARIANT_MUTATIONS'];
  if (only !== undefined && Number(only) !== changes) return [];
  const count = asked === undefined ? (changes === 0 ? UNCHANGED_SEEDS : STANDARD_SEEDS) : Number(asked);
  return Array.from({ length: count }, (_, n) => from + n);
}

/** Shows verdicts where somebody asked for them by hand. */
export function showReport(report: string): void {
  if (asked !== undefined) process.stdout.write(`\n${report}\n`);
}
