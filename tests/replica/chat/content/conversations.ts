import { chatIdAt } from '../../addresses.ts';
import type { Switches } from '../../switches.ts';
import type { Labels } from '../labels/labels.ts';
import { MessageIds } from '../model/ids.ts';
import type { Item } from '../model/message.ts';
import { MessageMaker } from '../model/message-maker.ts';
import { at, Random } from '../model/random.ts';
import { Timeline } from '../model/timeline.ts';
import type { DisplayZone } from '../zone.ts';
import { bulkItems } from './bulk.ts';
import { Cast } from './cast.ts';
import { demoItems } from './demo.ts';
import { History, PAGE_SIZE } from './history.ts';
import { whileOpen } from './opening-hours.ts';
import type { Shop } from './shop.ts';

const MINUTE_MS = 60_000;

export interface Conversation {
  readonly index: number;
  readonly chatId: string;
  readonly kind: 'user' | 'group' | 'room';
  readonly name: string;
  readonly cast: Cast;
  readonly maker: MessageMaker;
  readonly history: History;
  readonly timeline: Timeline;
  /** How many older pages scrolling to the top still finds. */
  pagesLeft: number;
  unread: number;
  status: 'none' | 'follow-up' | 'resolved';
}

interface Stage {
  readonly shop: Shop;
  readonly labels: Labels;
  readonly zone: DisplayZone;
  readonly switches: Switches;
  readonly now: number;
}

/** Invents every conversation of the account; the most recent is the first. */
export function createConversations(stage: Stage): readonly Conversation[] {
  return Array.from({ length: stage.switches.rooms }, (_, index) => createConversation(stage, index));
}

function createConversation(stage: Stage, index: number): Conversation {
  const { shop, switches, zone } = stage;
  const chatId = chatIdAt(index, switches.seed);
  const random = new Random(chatId);
  const kind = chatId.startsWith('C') ? 'group' : chatId.startsWith('R') ? 'room' : 'user';
  const name = kind === 'user' ? customerName(shop, index) : shop[kind].name;
  const cast = new Cast(shop, kind === 'user' ? [name] : shop[kind].members, random);
  const maker = new MessageMaker(chatId, new MessageIds(random));
  const history = new History(shop, cast, maker, random, zone);
  const conversation = { index, chatId, kind, name, cast, maker, history } as const;
  const items = firstItems(stage, conversation, random);
  const unread = index > 0 && index % 3 !== 2 ? unansweredCount(items) : 0;
  return {
    ...conversation,
    timeline: new Timeline(withUnreadMark(items, unread, maker, stage.labels), (moment) =>
      zone.dayNumberOf(moment),
    ),
    pagesLeft: index === 0 && switches.n !== null ? 0 : 4,
    unread,
    status: index % 4 === 1 ? 'follow-up' : index % 4 === 3 ? 'resolved' : 'none',
  };
}

type Unfilled = Omit<Conversation, 'timeline' | 'pagesLeft' | 'unread' | 'status'>;

function firstItems(stage: Stage, conversation: Unfilled, random: Random): readonly Item[] {
  const { shop, switches, now } = stage;
  const { cast, maker, history } = conversation;
  if (conversation.index > 0) return recentItems(stage, conversation);
  if (switches.n !== null) return bulkItems(shop, cast, maker, random, now, switches.n);
  const written = demoItems(shop, cast, maker, now);
  return [...history.before(written[0]?.sentAt ?? now, PAGE_SIZE - written.length), ...written];
}

function recentItems(stage: Stage, conversation: Unfilled): readonly Item[] {
  const { shop, labels, zone, now } = stage;
  const { index, kind, history, maker, cast } = conversation;
  const thread = kind === 'user' ? at(shop.threads, index - 1) : shop[kind].thread;
  const quietSince = now - quietMinutes(index) * MINUTE_MS;
  const recent = history.spoken(thread, index < 5 ? quietSince : whileOpen(quietSince, zone));
  const start = recent[0]?.sentAt ?? now;
  const opening =
    kind === 'user' ? [] : [maker.notice(start - MINUTE_MS, labels.room.joined(at(cast.members, 0)))];
  return [...history.before(start, 18), ...opening, ...recent];
}

function unansweredCount(items: readonly Item[]): number {
  const answer = items.findLastIndex((item) => item.type === 'message' && item.direction === 'outgoing');
  return items.length - 1 - answer;
}

function withUnreadMark(
  items: readonly Item[],
  unread: number,
  maker: MessageMaker,
  labels: Labels,
): readonly Item[] {
  const first = items.at(-unread);
  if (unread === 0 || first === undefined) return items;
  return [
    ...items.slice(0, -unread),
    maker.notice(first.sentAt, labels.room.unreadFromHere),
    ...items.slice(-unread),
  ];
}

/** Each conversation has been quiet for longer than the one above it: minutes first, days at the end of the list. */
function quietMinutes(index: number): number {
  const steep = Math.min(index, 24);
  return 4 + 3 * steep ** 3 + 30 * (index - steep);
}

function customerName(shop: Shop, index: number): string {
  const round = Math.floor(index / shop.customers.length);
  return at(shop.customers, index) + (round === 0 ? '' : ` ${round + 1}`);
}
