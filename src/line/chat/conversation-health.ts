import { type HealthSample, judgeHealth } from '../page-health.ts';
import { anchors, anySelector } from './anchors.ts';
import type { PageHealth } from './chat-page.ts';
import { directionByLayout } from './direction.ts';
import type { OpenConversation } from './open-conversation.ts';
import { part } from './read-row.ts';

const SYSTEM_LINE = anySelector('systemLine');

/** Looks at the rows near the view and says whether the page is what we take it for. Reads layout. */
export function conversationHealth(conversation: OpenConversation): PageHealth {
  if (classesAreWrong(conversation)) conversation.distrustClasses();
  const judged = judgeHealth(sampleOf(conversation));
  return { ...judged, anchors: matchedAnchors(conversation) };
}

/**
 * A conversation that is open, but in which no row was found: either LINE's page has changed, or there is no message in it
 * yet, and then LINE still writes a line of its own.
 */
export function healthWithoutList(document: Document): PageHealth {
  const listFound = document.querySelector(SYSTEM_LINE) !== null;
  const nothing = { rowsSampled: 0, unclear: 0, outgoing: 0, timed: 0 };
  return {
    ...judgeHealth({ ...nothing, listFound, idsDistrusted: false, clockWrong: false }),
    anchors: { row: -1 },
  };
}

/** The class says "incoming", but a row stands where only the account's rows stand. */
function classesAreWrong(conversation: OpenConversation): boolean {
  return conversation
    .rowsNearView()
    .some(
      (row) =>
        conversation.factsOf(row).direction === 'incoming' &&
        directionByLayout(row, conversation.list) === 'outgoing',
    );
}

function sampleOf(conversation: OpenConversation): HealthSample {
  const rows = conversation.rowsNearView();
  const facts = rows.map((row) => conversation.factsOf(row));
  const messages = rows.map((row) => conversation.messageOf(row)).filter((message) => message !== null);
  return {
    listFound: true,
    rowsSampled: rows.length,
    unclear: facts.filter(
      ({ direction, kind }) => direction === 'undecided' || (direction === 'outgoing' && kind === null),
    ).length,
    outgoing: messages.length,
    timed: messages.filter((message) => message.sendTime !== null).length,
    idsDistrusted: conversation.times.idsDistrusted,
    clockWrong: conversation.now() === null,
  };
}

function matchedAnchors(conversation: OpenConversation): Readonly<Record<string, number>> {
  const named = ['run', 'rowContent', 'rowMargin', 'day', 'dayLabel'] as const;
  const inList = named.map((name) => {
    const found = part(conversation.list, name);
    return [
      name,
      found === null ? -1 : anchors[name].findIndex((selector) => found.matches(selector)),
    ] as const;
  });
  return Object.fromEntries([['row', conversation.live.alternative] as const, ...inList]);
}
