import * as v from 'valibot';
import { type BasicId, readBasicId } from '../../../domain/broadcast/basic-id.ts';
import {
  type Audience,
  type Broadcast,
  type Bubble,
  LONGEST_TEXT,
  MOST_BUBBLES,
  type Schedule,
} from '../../../domain/broadcast/broadcast.ts';
import { SECOND } from '../../../domain/clock.ts';
import { instantSchema } from '../../../domain/unsend/sent-message.ts';
import { boundedText } from './bounded-text.ts';
import { readBubble } from './read-bubble.ts';
import { stableText } from './stable-text.ts';

const jsonObject = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

/**
 * The broadcast in a request of LINE's editor. What the body does not say in a way that is known is `unclear` or null, never
 * guessed; nothing throws. Shapes: line-broadcast-page.md §4.
 * @param url the request's address, which names the account
 * @param body its text; null when it cannot be read
 */
export function readBroadcastRequest(url: string, body: string | null): Broadcast {
  const account = accountIn(url);
  const parsed = v.safeParse(jsonObject, body);
  if (!parsed.success) return { ...UNREADABLE, account, bubbles: rawBubbles(body) };
  const said = parsed.output;
  const bubbles = readBubbles(said['balloons']);
  return {
    account,
    schedule: readSchedule(said),
    audience: readAudience(said),
    bubbles: bubbles.length > 0 ? bubbles : rawBubbles(stableText(said)),
    voom: typeof said['withTimeline'] === 'boolean' ? said['withTimeline'] : null,
    abTest: 'abTest' in said ? Boolean(said['abTest']) : null,
    readable: bubbles.length > 0,
  };
}

const UNREADABLE: Omit<Broadcast, 'account'> = {
  schedule: { kind: 'unclear' },
  audience: { kind: 'unclear', name: null, target: '', limit: null },
  bubbles: [],
  voom: null,
  abTest: null,
  readable: false,
};

/** What cannot be read is shown as it is, and tells one such request from another. */
function rawBubbles(body: string | null): Bubble[] {
  if (body === null || body === '') return [];
  return [{ kind: 'unknown', text: boundedText(body, LONGEST_TEXT), name: null, links: [], key: null }];
}

function accountIn(url: string): BasicId | null {
  const found = /\/bots\/+([^/?#]+)/.exec(url)?.[1];
  return found === undefined ? null : readBasicId(found);
}

/** `scheduledDate` is in Unix seconds. Both or neither of the two ways to say when is no clear word. */
function readSchedule({ immediate, scheduledDate }: Readonly<Record<string, unknown>>): Schedule {
  const isAt = scheduledDate !== undefined && scheduledDate !== null;
  if (immediate === true) return isAt ? { kind: 'unclear' } : { kind: 'now' };
  if (typeof scheduledDate !== 'number') return { kind: 'unclear' };
  const at = v.safeParse(instantSchema, scheduledDate * SECOND);
  return at.success ? { kind: 'at', at: at.output } : { kind: 'unclear' };
}

/** Keys that describe receivers, in the words of the requests that are known and of their likely successors. */
const TARGET_KEYS =
  /^(?:targets?|targeting|audiences?|filters?|demographic|membershipTargeting|recipients?)$/i;
const LIMIT_KEYS = ['limit', 'maxCount', 'deliveryLimit'] as const;

function readAudience(said: Readonly<Record<string, unknown>>): Audience {
  const described = Object.entries(said).filter(([key, value]) => TARGET_KEYS.test(key) && !isNothing(value));
  const limit = LIMIT_KEYS.map((key) => said[key]).find((value) => typeof value === 'number');
  const target = boundedText(stableText(Object.fromEntries(described)), 20_000);
  return {
    kind: kindOf(described),
    name: typeof said['targetName'] === 'string' ? boundedText(said['targetName'], 400) : null,
    target: described.length === 0 ? '' : target,
    limit: typeof limit === 'number' && Number.isInteger(limit) && limit >= 0 ? limit : null,
  };
}

/** Without a description it goes to everybody; one that is only a word says so itself, or is not understood. */
function kindOf(described: readonly (readonly [string, unknown])[]): Audience['kind'] {
  if (described.length === 0) return 'all';
  const words = described.map(([, value]) => (typeof value === 'string' ? value.toUpperCase() : null));
  if (words.every((word) => word === 'ALL')) return 'all';
  return words.some((word) => word !== null) ? 'unclear' : 'narrowed';
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isNothing);
}

/** Bubbles may be nested once more for A/B variants: line-broadcast-page.md §4. */
function readBubbles(balloons: unknown): Bubble[] {
  if (!Array.isArray(balloons)) return [];
  const all: readonly unknown[] = balloons.flat(2);
  // More than any editor makes: the last one stands for all that follow.
  const shown =
    all.length <= MOST_BUBBLES ? all : [...all.slice(0, MOST_BUBBLES - 1), all.slice(MOST_BUBBLES - 1)];
  return shown.map((balloon) => readBubble(balloon, LONGEST_TEXT));
}
