import { HOUR, MINUTE, SECOND } from '../../../src/domain/clock.ts';
import type { Random } from '../../replica/chat/model/random.ts';
import {
  chatPage,
  day,
  idAt,
  messageList,
  type RowSpec,
  row,
  runOfClass,
  separator,
} from '../chat-markup.ts';
import { ACCOUNT, CUSTOMER, japan } from '../conversation-bench.ts';
import type { MessageTruth } from './chat-truth.ts';
import { type ChatWords, WORDS } from './chat-words.ts';
import { Marks, type PageVariant } from './page-variant.ts';

/** Half past two in the afternoon: everything on the page is of today or yesterday. */
export const NOW = japan(23, 14, 30);
export const LANGUAGES = ['ja', 'en', 'zh', 'th'] as const;
export type ChatLanguage = (typeof LANGUAGES)[number];

/** A chat page with an open conversation. */
export interface ChatVariant extends PageVariant {
  readonly list: HTMLElement;
  readonly language: ChatLanguage;
}

/** LINE’s ids know a time to this many milliseconds. */
const ID_TICK_MS = 10;

type Sender = 'operator' | 'customer' | 'automatic' | 'broadcast';

/** How long ago the blocks of a conversation begin, the oldest first; none ends near LINE's limit of an hour. */
const AGES = [27 * HOUR, 20 * HOUR, 4 * HOUR, 95 * MINUTE, 50 * MINUTE, 44 * MINUTE, 31 * MINUTE];
const LATE_AGES = [24 * MINUTE, 17 * MINUTE, 9 * MINUTE, 3 * MINUTE];
const CONTENTS = ['text', 'text', 'text', 'sticker', 'image', 'voice', 'card'] as const;
const TEXTS = ['こんにちは', 'ありがとうございます', '10:30に伺います', 'Read', '1,200円です', '😀'];

/** The page of a conversation, put into the document, by chance: languages, senders, contents, times. */
export function makeChatPage(random: Random): ChatVariant {
  const language = random.pick(LANGUAGES);
  const marks = new Marks();
  const words = WORDS[language];
  const blocks = sendersOf(random).map(({ sender, age }) => ({
    block: blockOf(sender, NOW - age, words, marks, random),
    isToday: NOW - age >= japan(23, 0),
  }));
  const ofDay = (isToday: boolean) =>
    blocks.filter((one) => one.isToday === isToday).map(({ block }) => block);
  const form = random.pick(['2026', '2026', '2023'] as const);
  const list = messageList(
    day(separator(words.yesterday, japan(22, 0), form), ...ofDay(false)),
    day(separator(words.today, japan(23, 0), form), ...ofDay(true)),
  );
  const root = chatPage(list);
  // As the page's framework does.
  for (const element of root.querySelectorAll('*')) element.setAttribute('data-v-7ba5bd90', '');
  for (const image of root.querySelectorAll('img')) image.setAttribute('draggable', 'false');
  for (const link of root.querySelectorAll('a')) link.setAttribute('title', 'メニュー');
  document.body.replaceChildren(root);
  document.documentElement.lang = '';
  history.replaceState(null, '', `/${ACCOUNT}/chat/${CUSTOMER}`);
  return { root, list, language, marks, later: [] };
}

/** Both sides always say something, and of the rarer senders each appears now and then. */
function sendersOf(random: Random): readonly { sender: Sender; age: number }[] {
  const senders: readonly Sender[] = ['operator', 'operator', 'customer', 'automatic', 'broadcast'];
  const late = LATE_AGES.map((age, n) => ({
    sender: n === 0 ? ('customer' as const) : n === 1 ? ('operator' as const) : random.pick(senders),
    age,
  }));
  return [
    ...AGES.filter(() => random.next() < 0.55).map((age) => ({ sender: random.pick(senders), age })),
    ...late,
  ];
}

function blockOf(
  sender: Sender,
  startsAt: number,
  words: ChatWords,
  marks: Marks,
  random: Random,
): HTMLElement {
  const count = random.integer(1, 3);
  const sentAt = startsAt - (startsAt % MINUTE);
  const rows = Array.from({ length: count }, (_, n) => {
    const state = sender === 'operator' && n === count - 1 ? stateBy(random) : 'sent';
    const truth = truthOf(sender, state, sentAt + n * 9 * SECOND + random.integer(0, 400) * ID_TICK_MS);
    const element = row(specOf(truth, n === count - 1, words, random));
    // No label of LINE's menu looks like a clock that tells another time.
    for (const label of element.querySelectorAll('.dropdown-toggle')) label.textContent = '⋮';
    marks.set(element, truth);
    return element;
  });
  const block = runOfClass(`chat chat-text-dark ${sideOf(sender)}`, headerOf(sender, words, random), ...rows);
  if (sender !== 'customer') {
    block.style.display = 'flex';
    block.style.flexDirection = 'row-reverse';
  }
  return block;
}

function stateBy(random: Random): MessageTruth['state'] {
  const draw = random.next();
  if (draw < 0.06) return 'failed';
  if (draw < 0.12) return 'unsent';
  return draw < 0.16 ? 'sending' : 'sent';
}

function truthOf(sender: Sender, state: MessageTruth['state'], sentAt: number): MessageTruth {
  return { direction: sender === 'customer' ? 'incoming' : 'outgoing', kind: sender, state, sentAt };
}

function specOf(
  { state, sentAt, kind }: MessageTruth,
  isLast: boolean,
  words: ChatWords,
  random: Random,
): RowSpec {
  const isTaken = state === 'sent' || state === 'unsent';
  return {
    content: random.pick(CONTENTS),
    text: random.pick(TEXTS),
    menu: random.next() < 0.5,
    ...(isTaken ? { id: idAt(sentAt, random.integer(1, 60_000)) } : clientId(sentAt, random)),
    ...(isLast && isTaken ? { time: words.clock(sentAt) } : {}),
    ...(isLast && kind === 'operator' && state === 'sent' && random.next() < 0.5 ? { read: words.read } : {}),
    ...(state === 'unsent' ? { note: words.unsent } : {}),
    ...(state === 'sending' ? { icon: 'fas fa-sync' } : {}),
    ...(state === 'failed' ? { icon: 'fas fa-exclamation-circle' } : {}),
  };
}

/** What LINE's own client calls a message that the server has not named, where it calls it anything. */
function clientId(sentAt: number, random: Random): Pick<RowSpec, 'id'> {
  return random.next() < 0.5 ? {} : { id: `${CUSTOMER}_${sentAt}_1234567` };
}

function sideOf(sender: Sender): string {
  if (sender === 'customer') return 'chat-secondary';
  return sender === 'automatic' ? 'chat-reverse chat-secondary' : 'chat-reverse chat-success';
}

function headerOf(sender: Sender, words: ChatWords, random: Random): string | null {
  switch (sender) {
    case 'operator':
      return random.next() < 0.5 ? '担当 さとう' : null;
    case 'customer':
      return null;
    case 'automatic':
      return random.next() < 0.5 ? words.automatic : null;
    case 'broadcast':
      return words.broadcast;
  }
}
