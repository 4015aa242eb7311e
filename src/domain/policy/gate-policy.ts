import * as v from 'valibot';

/** `off`: this layer does nothing. `observe`: it records and lets pass. `enforce`: it holds. */
export const MODES = ['off', 'observe', 'enforce'] as const;
export type Mode = (typeof MODES)[number];

const mode = v.picklist(MODES);
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** The schema of each field of the gate's settings. */
export const gateFields = {
  /** The three layers: the script in the page, the browser's own lock, the listener for presses. */
  network: mode,
  lock: mode,
  button: mode,
  /** From this many people on a broadcast is large: all items are asked, and it has to be scheduled. */
  largeAudience: whole(1, 100_000_000),
  /** Minutes of the day in which no broadcast should arrive, from `from` to `to`, usually over midnight; equal: none. */
  quietHours: v.object({ from: whole(0, 1_439), to: whole(0, 1_439) }),
  /** How long a released broadcast can still be stopped. */
  coolDownSeconds: whole(0, 60),
  secondPerson: v.picklist(['never', 'large', 'always']),
  cautionWords: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(50))), v.maxLength(200)),
} as const;

export const gatePolicySchema = v.object(gateFields);
export type GatePolicy = v.InferOutput<typeof gatePolicySchema>;

/** Fewest letters of a typed reason, for a warning and for the way out. */
export const REASON_LETTERS = 8;

export const DEFAULT_GATE_POLICY: GatePolicy = {
  network: 'enforce',
  lock: 'enforce',
  button: 'enforce',
  largeAudience: 1_000,
  // 21:00 to 8:00: line-broadcast-page.md §9, item 5.
  quietHours: { from: 21 * 60, to: 8 * 60 },
  coolDownSeconds: 5,
  secondPerson: 'never',
  cautionWords: [],
};

/** Settings of the gate from whatever was stored: damaged or unknown fields fall back to their defaults one by one. */
export function readGatePolicy(stored: unknown): GatePolicy {
  const found: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const field = <K extends keyof GatePolicy>(key: K): GatePolicy[K] => {
    const parsed = v.safeParse(gateFields[key], found[key]);
    return parsed.success ? (parsed.output as GatePolicy[K]) : DEFAULT_GATE_POLICY[key];
  };
  return {
    network: field('network'),
    lock: field('lock'),
    button: field('button'),
    largeAudience: field('largeAudience'),
    quietHours: field('quietHours'),
    coolDownSeconds: field('coolDownSeconds'),
    secondPerson: field('secondPerson'),
    cautionWords: field('cautionWords'),
  };
}
