import { DAY, MINUTE, startOfMinute } from '../../../src/domain/clock.ts';
import type { ShownBadge, ShownPage, ShownRow } from './shown-rows.ts';

/** The promise that a message of a known send time allows under the default settings: 60 minutes less the margin. */
const PROMISED_MS = 59 * MINUTE;

/** How a page gives away the send times. `shifted-clock`: its clock is another zone's and nothing tells which. */
export type Reading = 'id' | 'clock' | 'shifted-clock';

/**
 * Everything that is wrong with the badges of a page, as sentences; empty when all is right: one badge on every outgoing
 * row that LINE has taken, none on any other, and each with the right state and time.
 */
export function faultsOf(page: ShownPage, reading: Reading): readonly string[] {
  const faults = page.rows.flatMap((row) =>
    faultsOfRow(row, page.now, reading).map((fault) => describe(row, fault)),
  );
  return page.strayBadges > 0 ? [...faults, `${page.strayBadges} badges are not on a row`] : faults;
}

/** A page that is not recognised may show no badge, but then it must say so. */
export function faultsOfUnrecognised(page: ShownPage): readonly string[] {
  const badges = page.rows.flatMap((row) => row.badges);
  if (badges.length > 0) return faultsOf(page, 'id');
  return page.notices.some((text) => text.includes('Matta')) ? [] : ['neither badges nor a notice'];
}

function faultsOfRow(
  { truth, badges, clockText }: ShownRow,
  now: number,
  reading: Reading,
): readonly string[] {
  const isBadged = truth.direction === 'outgoing' && truth.state === 'sent';
  if (!isBadged) return badges.length === 0 ? [] : [`has ${badges.length} badges and should have none`];
  const [badge] = badges;
  if (badge === undefined || badges.length > 1) return [`has ${badges.length} badges instead of one`];
  const placed = badge.isInside ? [] : ['its badge is cut off'];
  if (truth.kind === 'automatic') return [...placed, ...expectState(badge, ['never'])];
  return [
    ...placed,
    ...faultsOfTime(badge, truth.sentAt, clockText, reading),
    ...faultsOfState(badge, truth.sentAt, now, reading),
  ];
}

function faultsOfTime(
  badge: ShownBadge,
  sentAt: number,
  clockText: string,
  reading: Reading,
): readonly string[] {
  if (badge.sentAt === null) return reading === 'shifted-clock' ? [] : ['its send time is unknown'];
  if (badge.sentAt > sentAt) return [`claims to be sent ${badge.sentAt - sentAt} ms later than it was`];
  if (badge.source === 'id' && sentAt - badge.sentAt >= 10) return ['its exact time is not exact'];
  const isOwnMinute = badge.sentAt === startOfMinute(sentAt);
  const wantsOwnMinute = badge.source === 'clock' && clockText !== '' && reading === 'clock';
  return wantsOwnMinute && !isOwnMinute ? ['shows a clock, but is not taken to be sent in that minute'] : [];
}

function faultsOfState(badge: ShownBadge, sentAt: number, now: number, reading: Reading): readonly string[] {
  if (badge.state === 'safe' || badge.state === 'warn') {
    // The page may be up to a second ahead of the reading.
    if (now - sentAt >= PROMISED_MS + 1_500)
      return [`promises what is over since ${now - sentAt - PROMISED_MS} ms`];
    if (badge.safeUntil === null || badge.safeUntil > sentAt + PROMISED_MS) return ['promises too long'];
  }
  if (reading === 'shifted-clock') return [];
  // What is known to the minute may be up to a minute early, or more in a run; ids leave no such freedom.
  const base = badge.source === 'id' ? sentAt : (badge.sentAt ?? sentAt);
  return expectState(badge, statesAt(now - base));
}

/** The states that are right at an age; two of them around each border, since a second may pass in between. */
function statesAt(age: number): readonly string[] {
  const near = (border: number) => Math.abs(age - border) < 1_500;
  if (near(PROMISED_MS)) return ['warn', 'check'];
  if (near(48 * MINUTE) || (age > 47 * MINUTE && age < 49 * MINUTE)) return ['safe', 'warn'];
  if (Math.abs(age - DAY) < 2 * MINUTE) return ['check', 'over'];
  if (age < 48 * MINUTE) return ['safe'];
  if (age < PROMISED_MS) return ['warn'];
  return age < DAY ? ['check'] : ['over'];
}

function expectState(badge: ShownBadge, states: readonly string[]): readonly string[] {
  return states.includes(badge.state ?? '')
    ? []
    : [`says "${badge.text}" (${badge.state}) instead of ${states.join(' or ')}`];
}

function describe({ truth, badges }: ShownRow, fault: string): string {
  return `row ${truth.index} (${truth.direction}, ${truth.kind}, ${truth.state}, ${badges[0]?.source ?? 'no source'}): ${fault}`;
}
