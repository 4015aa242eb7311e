import { DisplayZone } from '../../chat/zone.ts';
import { switches } from '../active-switches.ts';
import type { WrittenTime } from '../practice-manager-api.ts';

const DAY_MS = 86_400_000;
const zone = new DisplayZone(switches.zone);

/** Epoch seconds of a date and time in the fields. */
export function secondsOf({ date, time }: WrittenTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = zone.midnightOf(Date.parse(`${date}T00:00Z`) / DAY_MS);
  return Math.round(midnight / 1000) + hours * 3600 + minutes * 60;
}

/** How the fields write a moment. */
export function writtenTimeOf(seconds: number): WrittenTime {
  const { year, month, day, hour, minute } = zone.wallTimeOf(seconds * 1000);
  return { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` };
}

/** How lists write a moment. */
export function textOf({ date, time }: WrittenTime): string {
  return `${date.replaceAll('-', '/')} ${time}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
