const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** No zone changes its offset within a quarter of an hour on the clock. */
const OFFSET_STEP_MS = 900_000;

/** Date and time on the wall of the displayed zone. */
export interface WallTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** The zone in which the page displays times. */
export class DisplayZone {
  readonly #offsetMs: (epochMs: number) => number;

  /** @param name IANA zone; null is the browser's own. */
  constructor(name: string | null) {
    this.#offsetMs = name === null ? browserOffset : namedOffset(name);
  }

  /** Calendar days since 1970-01-01. */
  dayNumberOf(epochMs: number): number {
    return Math.floor((epochMs + this.#offsetMs(epochMs)) / DAY_MS);
  }

  /** Epoch ms at which a calendar day starts. */
  midnightOf(dayNumber: number): number {
    const asIfUtc = dayNumber * DAY_MS;
    const guess = asIfUtc - this.#offsetMs(asIfUtc);
    return asIfUtc - this.#offsetMs(guess);
  }

  wallTimeOf(epochMs: number): WallTime {
    const wall = new Date(epochMs + this.#offsetMs(epochMs));
    return {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      weekday: wall.getUTCDay(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
    };
  }
}

function browserOffset(epochMs: number): number {
  return -new Date(epochMs).getTimezoneOffset() * MINUTE_MS;
}

/** Remembers offsets: asking Intl for each of ten thousand rows would dominate the time to build the page. */
function namedOffset(name: string): (epochMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (epochMs) => {
    const step = Math.floor(epochMs / OFFSET_STEP_MS);
    const offset = known.get(step) ?? readOffset(format, epochMs);
    known.set(step, offset);
    return offset;
  };
}

function readOffset(format: Intl.DateTimeFormat, epochMs: number): number {
  const text = format.formatToParts(epochMs).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(text);
  const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0);
  return (match?.[1] === '-' ? -minutes : minutes) * MINUTE_MS;
}
