import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import { isoDate, startOfDay } from '../../domain/calendar.ts';
import { DAY, HOUR, type Instant } from '../../domain/clock.ts';
import type { ApprovalStep } from '../../domain/journal/approval-event.ts';
import type { Entry, JournalEvent } from '../../domain/journal/entry.ts';
import type { SeenEntry, Story } from './stories.ts';

/** Kinds of events as a supervisor looks for them. */
export const KIND_GROUPS = ['sent', 'stopped', 'caught', 'urgent', 'rules', 'odd'] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

/** Which stories are wanted. Days as `2026-11-22`, both included; null where nothing was said. */
export interface StoryFilter {
  readonly group: KindGroup | null;
  readonly account: BasicId | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTER: StoryFilter = { group: null, account: null, from: null, to: null };

/** The group that an event belongs to; null for the ordinary steps before anything is decided. */
export function groupOf(event: JournalEvent): KindGroup | null {
  switch (event.kind) {
    case 'released':
      return 'sent';
    case 'outcome':
      return event.outcome === 'unknown' ? 'odd' : event.outcome === 'refused-by-server' ? 'stopped' : 'sent';
    case 'refused':
    case 'blocked':
      return 'stopped';
    case 'caught':
      return 'caught';
    case 'overridden':
      return 'urgent';
    case 'unconfirmed':
    case 'observed':
    case 'unrecognised':
    case 'gap':
    case 'rekey':
    case 'clock-jump':
      return 'odd';
    case 'policy':
      return event.kept.length === 0 ? 'rules' : 'odd';
    case 'passphrase':
      return event.step === 'wrong' || event.step === 'found-other' ? 'odd' : 'rules';
    case 'approval':
      return approvalGroup(event.step);
    case 'attempted':
    case 'asked':
    case 'answered':
    case 'pruned':
      return null;
  }
}

function approvalGroup(step: ApprovalStep): KindGroup | null {
  switch (step) {
    case 'differs':
      return 'caught';
    case 'sent-back':
      return 'stopped';
    case 'wrong':
      return 'odd';
    case 'asked':
    case 'given':
    case 'told':
    case 'practice':
      return null;
  }
}

/**
 * Whether a story is wanted: one of its entries fits every condition at once, or cannot be read, so that nothing damaged is
 * ever hidden. It is then shown whole, for half a story says the wrong thing.
 */
export function fits(filter: StoryFilter): (story: Story) => boolean {
  const earliest = filter.from === null ? Number.NEGATIVE_INFINITY : startOfDay(filter.from);
  const latest = filter.to === null ? Number.POSITIVE_INFINITY : startOfDay(dayAfter(filter.to));
  const fitsEntry = ({ at, account, event }: Entry) =>
    (filter.group === null || groupOf(event) === filter.group) &&
    (filter.account === null || account === filter.account) &&
    earliest <= at &&
    at < latest;
  return ({ entries }) => entries.some(({ entry }) => entry === null || fitsEntry(entry));
}

/**
 * True when older entries than these cannot be wanted any more. A day of grace, because the clock that dated them may have
 * been set in between.
 */
export function liesBefore({ from }: StoryFilter, entries: readonly SeenEntry[]): boolean {
  if (from === null || entries.length === 0) return false;
  const limit = startOfDay(from) - DAY;
  return entries.every(({ entry }) => entry !== null && entry.at < limit);
}

function dayAfter(day: string): string {
  // Noon of the next day, also where a day has 23 or 25 hours.
  const noon: Instant = startOfDay(day) + 36 * HOUR;
  return isoDate(noon);
}
