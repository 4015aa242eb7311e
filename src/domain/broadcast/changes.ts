import { startOfMinute } from '../clock.ts';
import type { Audience, Broadcast, Bubble, Schedule } from './broadcast.ts';
import { CHANGES, type Change } from './checklist.ts';

/** A broadcast together with the number of people that its page shows; null when it shows none. */
export interface Addressed {
  readonly broadcast: Broadcast;
  /** `out-of-sight`: a frame inside the page sends it, which cannot see what the page shows. */
  readonly people: number | null | 'out-of-sight';
}

/**
 * What is different between the broadcast that was answered for and the one that is about to go, in the order of
 * {@link CHANGES}. One may have been read from the editor's screen and the other from the request: names, targets and
 * content keys, which only one of them may tell, count when both do. All else has to agree, and unclear agrees with
 * nothing clear.
 */
export function changesBetween(answeredFor: Addressed, now: Addressed): readonly Change[] {
  return CHANGES.filter((change) => DIFFERS[change](answeredFor, now));
}

type Differs = (before: Addressed, now: Addressed) => boolean;

const DIFFERS: Readonly<Record<Change, Differs>> = {
  account: ({ broadcast: a }, { broadcast: b }) => a.account !== b.account,
  audience: ({ broadcast: a }, { broadcast: b }) => audienceDiffers(a.audience, b.audience),
  people: (a, b) => b.people !== 'out-of-sight' && a.people !== b.people,
  schedule: ({ broadcast: a }, { broadcast: b }) => scheduleDiffers(a.schedule, b.schedule),
  content: ({ broadcast: a }, { broadcast: b }) => contentDiffers(a, b),
  voom: ({ broadcast: a }, { broadcast: b }) => isOn(a.voom) !== isOn(b.voom),
  advanced: ({ broadcast: a }, { broadcast: b }) =>
    isOn(a.abTest) !== isOn(b.abTest) || a.audience.limit !== b.audience.limit,
};

/** A request leaves out what is off, so "not said" is off; it is never on. */
function isOn(flag: boolean | null): boolean {
  return flag ?? false;
}

function audienceDiffers(a: Audience, b: Audience): boolean {
  if (a.kind !== b.kind || knownDiffers(a.name, b.name)) return true;
  return a.target !== '' && b.target !== '' && a.target !== b.target;
}

/** To the minute: nobody can answer for more than the clock on the screen shows. */
function scheduleDiffers(a: Schedule, b: Schedule): boolean {
  if (a.kind === 'at' && b.kind === 'at') return startOfMinute(a.at) !== startOfMinute(b.at);
  return a.kind !== b.kind;
}

function contentDiffers(a: Broadcast, b: Broadcast): boolean {
  if (a.readable !== b.readable || a.bubbles.length !== b.bubbles.length) return true;
  return a.bubbles.some((bubble, index) => {
    const other = b.bubbles[index];
    return other === undefined || bubbleDiffers(bubble, other);
  });
}

function bubbleDiffers(a: Bubble, b: Bubble): boolean {
  if (a.kind !== b.kind || knownDiffers(a.name, b.name) || knownDiffers(a.key, b.key)) return true;
  // A text box and a request may end their lines in different ways.
  if (withPlainLines(a.text) !== withPlainLines(b.text)) return true;
  return JSON.stringify(a.links) !== JSON.stringify(b.links);
}

function knownDiffers(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function withPlainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
