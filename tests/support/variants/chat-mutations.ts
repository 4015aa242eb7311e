import { MINUTE, SECOND } from '../../../src/domain/clock.ts';
import type { Random } from '../../replica/chat/model/random.ts';
import { el, idAt, row, run } from '../chat-markup.ts';
import { isMessageTruth, type MessageTruth } from './chat-truth.ts';
import { type ChatVariant, LANGUAGES, NOW } from './chat-variant.ts';
import { type ChatWords, UNKNOWN_WORDS, WORDS } from './chat-words.ts';
import { MARKUP_MUTATIONS } from './markup-mutations.ts';
import type { Mutation } from './page-variant.ts';

type ChatMutation = Mutation<ChatVariant>;

/** The clock stands elsewhere in its row, under the block, or only in what appears under the pointer. */
const moveTime: ChatMutation = {
  name: 'move the time',
  apply({ root }, random) {
    const to = random.pick(['row', 'front', 'title', 'block', 'own element'] as const);
    const clocks = [...root.querySelectorAll('.chat-sub > span:last-child')];
    for (const clock of clocks) moveClock(clock, to);
    return clocks.length > 0;
  },
};

function moveClock(clock: Element, to: 'row' | 'front' | 'title' | 'block' | 'own element'): void {
  const box = clock.closest('.chat-body');
  if (to === 'row') box?.append(clock);
  if (to === 'front') clock.parentElement?.prepend(clock);
  if (to === 'block') box?.parentElement?.append(clock);
  if (to === 'own element') clock.replaceWith(el('div', 'x-time', el('time', '', clock.textContent)));
  if (to !== 'title') return;
  clock.parentElement?.setAttribute('title', clock.textContent);
  clock.remove();
}

/** All of the page's own texts in another language; one in four is unknown. */
const translate: ChatMutation = {
  name: 'translate',
  apply({ root, marks, language }, random) {
    const from = WORDS[language];
    const isKnown = random.next() < 3 / 4;
    const to = isKnown ? WORDS[random.pick(LANGUAGES.filter((other) => other !== language))] : UNKNOWN_WORDS;
    document.documentElement.lang = isKnown ? '' : 'eo';
    const clocks = [...root.querySelectorAll('*')]
      .map((element) => marks.get(element))
      .filter(isMessageTruth)
      .map(({ sentAt }) => [from.clock(sentAt), to.clock(sentAt)] as const);
    const table = new Map<string, string>([...wordPairs(from, to), ...clocks]);
    for (const element of root.querySelectorAll('.chatsys *, .chatsys, .chat-header *, .chat-sub *')) {
      const text = element.childElementCount === 0 ? table.get(element.textContent.trim()) : undefined;
      if (text !== undefined) element.textContent = ` ${text} `;
    }
    return true;
  },
};

function wordPairs(from: ChatWords, to: ChatWords): readonly (readonly [string, string])[] {
  const keys = ['today', 'yesterday', 'read', 'unsent', 'automatic', 'broadcast'] as const;
  return keys.map((key) => [from[key], to[key]] as const);
}

/** Messages of a kind that nobody has seen yet, of either side, and a line of the page's own of a new make. */
const unknownBubbles: ChatMutation = {
  name: 'unknown bubbles',
  apply({ list, marks }, random) {
    const sentAt = NOW - 2 * MINUTE;
    const inner = () => el('div', 'x-poll', el('h5', '', 'アンケート'), el('button', '', '10:30'));
    const direction = random.pick(['outgoing', 'incoming'] as const);
    const one = row({ id: idAt(sentAt, 7), time: WORDS.ja.clock(sentAt) });
    one.querySelector('.chat-main')?.replaceChildren(inner());
    const block = run(direction, one);
    if (direction === 'outgoing') block.setAttribute('style', 'display: flex; flex-direction: row-reverse');
    marks.set(one, {
      direction,
      kind: direction === 'outgoing' ? 'operator' : 'customer',
      state: 'sent',
      sentAt,
    });
    list.append(block, ...(random.next() < 0.5 ? [el('div', 'x-notice', 'キャンペーン実施中 12:00')] : []));
    return true;
  },
};

/** Far rows are unloaded and come back as others, or their elements are used again for other messages. */
const virtualise: ChatMutation = {
  name: 'virtualise',
  apply({ list, marks, later }, random) {
    const blocksOf = () => [...list.querySelectorAll('.date-group > :has([data-id])')];
    if (random.next() < 0.4) {
      later.push(() => recycle(list, marks, random));
      return true;
    }
    later.push(() => {
      const away = blocksOf().slice(0, 3);
      const places = away.map((block) => ({ block, place: document.createComment('') }));
      for (const { block, place } of places) block.replaceWith(place);
      later.push(() => {
        for (const { block, place } of places) {
          place.replaceWith(block);
          marks.renew(block);
        }
      });
    });
    return true;
  },
};

/** Two rows of one block swap all that they show: the elements stay, the messages change places. */
function recycle(list: Element, marks: ChatVariant['marks'], random: Random): void {
  const rows = [...list.querySelectorAll('[data-id]')].filter((one) => isMessageTruth(marks.get(one)));
  const target = rows.length === 0 ? undefined : random.pick(rows);
  const before = target === undefined ? undefined : marks.get(target);
  if (target === undefined || !isMessageTruth(before)) return;
  const sentAt = before.sentAt - 5 * SECOND;
  const now: MessageTruth = { ...before, sentAt };
  target.setAttribute('data-id', idAt(sentAt, 3));
  marks.set(target, now);
}

/** All rows come late, block by block. */
const slowLoading: ChatMutation = {
  name: 'slow loading',
  apply({ list, later }) {
    const parts = [...list.children].flatMap((part) => [...part.children].map((block) => ({ part, block })));
    for (const { block } of parts) block.remove();
    const half = Math.ceil(parts.length / 2);
    const put = (some: typeof parts) => () => {
      for (const { part, block } of some) part.append(block);
    };
    later.unshift(put(parts.slice(0, half)), put(parts.slice(half)));
    return true;
  },
};

export const CHAT_MUTATIONS: readonly ChatMutation[] = [
  ...MARKUP_MUTATIONS,
  moveTime,
  translate,
  unknownBubbles,
  virtualise,
  slowLoading,
];
