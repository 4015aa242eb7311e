import type { Broadcast, Bubble, Schedule } from './broadcast.ts';

/** Changes with the form of the text, so that a fingerprint of another form is never taken for one of this. */
const FORM = 'matta-broadcast-1';

/**
 * The text whose digest is the fingerprint of a broadcast. It is JSON with every field in a fixed place, so two broadcasts
 * have the same text only if they are the same in all that a person answers for.
 * @param people how many people get it, as the page shows; null when it does not
 */
export function fingerprintText(broadcast: Broadcast, people: number | null): string {
  const { account, audience, schedule, bubbles, voom, abTest, readable } = broadcast;
  return JSON.stringify([
    FORM,
    account,
    [audience.kind, audience.name, audience.target, audience.limit],
    people,
    schedulePlaces(schedule),
    bubbles.map(bubblePlaces),
    voom,
    abTest,
    readable,
  ]);
}

/** The same for the content alone: a test was sent of exactly this, to whomever and whenever. */
export function contentText({ bubbles }: Pick<Broadcast, 'bubbles'>): string {
  return JSON.stringify([FORM, bubbles.map(bubblePlaces)]);
}

function schedulePlaces(schedule: Schedule): readonly unknown[] {
  return schedule.kind === 'at' ? [schedule.kind, schedule.at] : [schedule.kind];
}

function bubblePlaces({ kind, text, name, links, key }: Bubble): readonly unknown[] {
  return [kind, text, name, links, key];
}
