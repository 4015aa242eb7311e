import { type HealthSample, judgeHealth } from '../page-health.ts';
import { chatAnchors } from './anchors.ts';
import type { PageHealth } from './chat-page.ts';
import type { OpenConversation } from './open-conversation.ts';
import { part } from './part.ts';
import type { RowFacts } from './read-row.ts';
import { findRows, scrollerOf } from './row-finder.ts';
import { rowsAreMissed, senderDiffers } from './second-look.ts';

/** What the rows tell; the clock is judged by all conversations of a tab together. */
export type SeenHealth = Omit<PageHealth, 'clockCorrectionMs'>;

/** Looks at the rows near the view and says whether the page is what we take it for. Reads layout. */
export function conversationHealth(conversation: OpenConversation): SeenHealth {
  const differed = senderDiffers(conversation);
  if (differed) conversation.distrustClasses();
  // What layout has settled is understood.
  const readingsDiffer = rowsAreMissed(conversation) || (differed && senderDiffers(conversation));
  const judged = judgeHealth({ ...sampleOf(conversation), readingsDiffer });
  return { ...judged, anchors: matchedAnchors(conversation) };
}

/**
 * A conversation that is open, but for which no list of rows was found: either LINE's page has changed, or there is no
 * message in it yet, and then LINE's own lines are all that its list holds.
 */
export function healthWithoutList(document: Document): SeenHealth {
  const listFound = findRows(document.documentElement).rows.length === 0 && holdsOnlySystemLines(document);
  const nothing = { rowsSampled: 0, unclear: 0, outgoing: 0, timed: 0 };
  return {
    ...judgeHealth({ ...nothing, listFound, idsDistrusted: false, clockWrong: false, readingsDiffer: false }),
    anchors: { row: -1 },
  };
}

/**
 * The address names no conversation. Null, nothing to tell, unless messages are on show all the same: then the form of
 * LINE's addresses has changed.
 */
export function healthAtUnknownAddress(document: Document): SeenHealth | null {
  const isShown = findRows(document.documentElement).rows.some((row) => row.checkVisibility());
  return isShown ? healthWithoutList(document) : null;
}

function holdsOnlySystemLines(document: Document): boolean {
  const systemLine = chatAnchors.any('systemLine');
  const line = document.querySelector(systemLine);
  const list = line === null ? null : (scrollerOf(line) ?? line.parentElement);
  if (list === null) return false;
  const lines = [...list.querySelectorAll(systemLine)].filter(
    (element) => !element.parentElement?.closest(systemLine),
  );
  const length = (text: string) => text.replaceAll(/\s+/g, '').length;
  const ofLines = lines.reduce((sum, element) => sum + length(element.textContent), 0);
  return length(list.textContent) === ofLines && list.querySelector('img, canvas, video') === null;
}

function sampleOf(conversation: OpenConversation): Omit<HealthSample, 'readingsDiffer'> {
  const rows = conversation.rowsNearView();
  const facts = rows.map((row) => conversation.factsOf(row));
  const messages = rows.map((row) => conversation.messageOf(row)).filter((message) => message !== null);
  return {
    listFound: true,
    rowsSampled: rows.length,
    unclear: facts.filter(isUnclear).length + pendingTooLong(facts),
    outgoing: messages.length,
    timed: messages.filter((message) => message.sendTime !== null).length,
    idsDistrusted: conversation.times.idsDistrusted,
    clockWrong: conversation.now() === null,
  };
}

function isUnclear({ direction, kind }: RowFacts): boolean {
  return direction === 'undecided' || (direction === 'outgoing' && kind === null);
}

/** Messages are pending or failed now and then; where all of several are, it is the sign for it that has changed. */
function pendingTooLong(facts: readonly RowFacts[]): number {
  const outgoing = facts.filter(({ direction }) => direction === 'outgoing');
  const pending = outgoing.filter(({ state }) => state === 'sending' || state === 'failed');
  return pending.length === outgoing.length && pending.length > 2 ? pending.length : 0;
}

function matchedAnchors(conversation: OpenConversation): Readonly<Record<string, number>> {
  const named = [
    'run',
    'outgoing',
    'operator',
    'runHeader',
    'rowContent',
    'rowMargin',
    'day',
    'dayLabel',
  ] as const;
  const inList = named.map((name) => {
    const found = part(conversation.list, name);
    return [
      name,
      found === null ? -1 : chatAnchors.alternatives(name).findIndex((selector) => found.matches(selector)),
    ] as const;
  });
  return Object.fromEntries([['row', conversation.live.alternative] as const, ...inList]);
}
