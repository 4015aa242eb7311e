import { hash } from './chat/model/random.ts';

/** The imaginary account's address part: `U` and 32 hex digits. */
export const BOT_ID = 'U5d0c8b1f4e7a4c2f9b36a1d27e80f4c3';

/** The imaginary account's basic id, as the manager writes it. */
export const BASIC_ID = '@practice-line';

export const CHAT_ORIGIN = 'https://chat.line.biz';
export const MANAGER_ORIGIN = 'https://manager.line.biz';

/** Positions of the conversations that are not with a single customer. */
const GROUP_INDEX = 3;
const ROOM_INDEX = 6;

/** The chat id of the conversation at a position in the list: `U…` one customer, `C…` group, `R…` room. */
export function chatIdAt(index: number, seed = 1): string {
  const prefix = index === GROUP_INDEX ? 'C' : index === ROOM_INDEX ? 'R' : 'U';
  const digits = [0, 1, 2, 3].map((part) =>
    hash(`chat ${seed} ${index} ${part}`).toString(16).padStart(8, '0'),
  );
  return prefix + digits.join('');
}

/** The path of a conversation; without a chat id, of the list alone. */
export function chatPath(chatId: string | null): string {
  return chatId === null ? `/${BOT_ID}` : `/${BOT_ID}/chat/${chatId}`;
}

/** The full address of a conversation with switches, e.g. `chatUrl(0, 'lang=th&ids=none')`. */
export function chatUrl(index = 0, query = ''): string {
  const seed = Number(new URLSearchParams(query).get('seed') ?? 1);
  return `${CHAT_ORIGIN}${chatPath(chatIdAt(index, seed))}${query === '' ? '' : `?${query}`}`;
}

/** A second imaginary account of the same operator. */
export const OTHER_BASIC_ID = '@practice-bakery';

/** The accounts that the practice manager knows. */
export const BASIC_IDS: readonly string[] = [BASIC_ID, OTHER_BASIC_ID];

/** The draft that the practice manager has from the start. */
export const DRAFT_ID = '501093204';

/** The full address of a page about broadcasts, with switches, e.g. `broadcastUrl('create', 'lang=th')`. */
export function broadcastUrl(
  page: '' | 'create' | `edit/${string}` = 'create',
  query = '',
  account = BASIC_ID,
): string {
  const path = `/account/${account}/broadcast${page === '' ? '' : `/${page}`}`;
  return `${MANAGER_ORIGIN}${path}${query === '' ? '' : `?${query}`}`;
}
