import * as v from 'valibot';
import { type Clock, type Instant, MINUTE } from '../clock.ts';
import { instantSchema } from '../unsend/sent-message.ts';

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The clocks at the moment an entry was written, each as far as it was known. */
export const entryClocksSchema = v.object({
  /** The computer's clock. An entry's own `at` is when it happened, which may be earlier. */
  pc: instantSchema,
  /** The computer's time zone by its IANA name. */
  zone: v.pipe(v.string(), v.maxLength(60)),
  /** Since the worker started, by a clock that nobody can set. */
  sinceStartMs: milliseconds,
  /** The time that LINE's server gave with its last answer, to the second, and how long ago that came; null: none yet. */
  line: v.nullable(v.object({ date: instantSchema, ageMs: milliseconds })),
});
export type EntryClocks = v.InferOutput<typeof entryClocksSchema>;

/** Smaller differences are those of network time services, which correct every computer now and then. */
export const NOTABLE_DIFFERENCE_MS = MINUTE;

/** Where the clocks are read. */
export interface ClockSources {
  readonly clock: Clock;
  /** Milliseconds since the worker started, unaffected by the computer's clock. */
  readonly sinceStart: () => number;
  /** The computer's time zone at present. */
  readonly zone: () => string;
}

/** The clocks, and by how much the computer's was set since they were last settled; null: not notably. */
export interface ClockReading {
  readonly clocks: EntryClocks;
  readonly jumpMs: number | null;
}

/** Follows the computer's clock, one that nobody can set, and LINE's. Knows nothing of what was before the worker started. */
export class ClockWatch {
  readonly #sources: ClockSources;
  /** The computer's clock at the worker's start, as it would have to be by what it says now. */
  #startByClock: Instant;
  #line: { readonly date: Instant; readonly seenAt: number } | null = null;

  constructor(sources: ClockSources) {
    this.#sources = sources;
    this.#startByClock = sources.clock.now() - sources.sinceStart();
  }

  /** LINE's server has just answered and said what time it is. */
  noteLine(date: Instant): void {
    this.#line = { date, seenAt: this.#sources.sinceStart() };
  }

  read(): ClockReading {
    const { clock, sinceStart, zone } = this.#sources;
    const pc = clock.now();
    const passed = sinceStart();
    const jump = Math.round(pc - passed - this.#startByClock);
    const line = this.#line;
    return {
      clocks: {
        pc,
        zone: zone(),
        sinceStartMs: Math.round(passed),
        line: line === null ? null : { date: line.date, ageMs: Math.round(passed - line.seenAt) },
      },
      jumpMs: Math.abs(jump) > NOTABLE_DIFFERENCE_MS ? jump : null,
    };
  }

  /** The jump of this reading has been written down. */
  settle({ jumpMs }: ClockReading): void {
    this.#startByClock += jumpMs ?? 0;
  }
}

/** By how much the computer's clock was ahead of LINE's, negative when behind; null where LINE's is not known. */
export function aheadOfLine({ pc, line }: EntryClocks): number | null {
  return line === null ? null : pc - line.date - line.ageMs;
}
