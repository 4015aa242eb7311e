import type { DisplayZone } from '../zone.ts';

const HOUR_MS = 3_600_000;
const OPENS_HOUR = 10;
const CLOSES_HOUR = 19;

/** The same moment if the shop was open then, else a moment shortly before it last closed (both epoch ms). */
export function whileOpen(moment: number, zone: DisplayZone): number {
  const { hour, minute } = zone.wallTimeOf(moment);
  if (hour >= OPENS_HOUR && hour < CLOSES_HOUR) return moment;
  const closedDay = zone.dayNumberOf(moment) - (hour < OPENS_HOUR ? 1 : 0);
  return zone.midnightOf(closedDay) + (CLOSES_HOUR - 1 - minute / 60) * HOUR_MS;
}
