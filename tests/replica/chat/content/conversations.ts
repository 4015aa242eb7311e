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
  const history = new History(shop, cast, maker, random);
  const unread = index % 5 === 2 ? 1 + (index % 3) : 0;
  const conversation = { index, chatId, kind, name, cast, maker, history } as const;
  return {
    ...conversation,
    timeline: new Timeline(firstItems(stage, { ...conversation, unread }, random), (moment) => zone.dayNumberOf(moment)),
    pagesLeft: index === 0 && switches.n !== null ? 0 : 4,
    unread,
    status: index % 4 === 1 ? 'follow-up' : index % 4 === 3 ? 'resolved' : 'none',
  };
}

type Unfilled = Omit<Conversation, 'timeline' | 'pagesLeft' | 'status'>;

function firstItems(stage: Stage, conversation: Unfilled, random: Random): readonly Item[] {
  const { shop, switches, now } = stage;
  const { cast, maker, history } = conversation;
  if (conversation.index > 0) return recentItems(stage, conversation);
  if (switches.n !== null) return bulkItems(shop, cast, maker, random, now, switches.n);
  const written = demoItems(shop, cast, maker, now);
  return [...history.before(written[0]?.sentAt ?? now, PAGE_SIZE - written.length), ...written];
}

function recentItems(stage: Stage, conversation: Unfilled): readonly Item[] {
  const { shop, labels, now } = stage;
  const { index, kind, history, maker, cast, unread } = conversation;
  const thread = kind === 'user' ? at(shop.threads, index - 1) : shop[kind].thread;
  // Each conversation has been quiet for longer than the one above it.
  const recent = history.spoken(thread, now - (4 + 9 * index * index) * MINUTE_MS);
  const start = recent[0]?.sentAt ?? now;
  const opening = kind === 'user' ? [] : [maker.notice(start - MINUTE_MS, labels.room.joined(at(cast.members, 0)))];
  const all = [...history.before(start, 18), ...opening, ...recent];
  const firstUnread = all.at(-unread);
  if (unread === 0 || firstUnread === undefined) return all;
  return [...all.slice(0, -unread), maker.notice(firstUnread.sentAt, labels.room.unreadFromHere), ...all.slice(-unread)];
}

function customerName(shop: Shop, index: number): string {
  const round = Math.floor(index / shop.customers.length);
  return at(shop.customers, index) + (round === 0 ? '' : ` ${round + 1}`);
}
