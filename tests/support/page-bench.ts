import { afterEach, beforeEach, vi } from 'vitest';
import { MINUTE } from '../../src/domain/clock.ts';
import type { Conversation } from '../../src/line/chat/chat-page.ts';
import { openChatPage } from '../../src/line/chat/open-chat-page.ts';
import { idAt, messageList, row, run } from './chat-markup.ts';
import { ACCOUNT, japan } from './conversation-bench.ts';
import './dom-stand-ins.ts';
import { FakeClock } from './fake-clock.ts';

const NOW = japan(23, 14, 30);
let ending: AbortController;
beforeEach(() => {
  // The clock of these tests stands still, and so does steady time.
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'Date',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ],
  });
  ending = new AbortController();
  document.body.replaceChildren();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

/** The path of a conversation of the account. */
export const address = (conversation: string) => `/${ACCOUNT}/chat/${conversation}`;
/** What LINE does when the operator opens something else. */
export const visit = (path: string) => history.pushState(null, '', path);
export const listOf = (...rows: HTMLElement[]) => messageList(run('outgoing', ...rows));
export const message = (minutesAgo = 5) => row({ id: idAt(NOW - minutesAgo * MINUTE) });

/** Opens LINE's page at an address, with empty body before each test; keeps an account of the conversations told of. */
export function open(path: string) {
  visit(path);
  const page = openChatPage(document, new FakeClock(NOW), ending.signal);
  const told: { conversation: Conversation; open: AbortSignal }[] = [];
  page.onConversation((conversation, opened) => told.push({ conversation, open: opened }), ending.signal);
  const states: string[] = [];
  return {
    page,
    told,
    signal: ending.signal,
    end: () => ending.abort(),
    last: () => told.at(-1)?.conversation,
    isOpen: () => told.map(({ open: { aborted } }) => !aborted),
    /** Each health that was told of, with its problems. */
    watchHealth() {
      page.onHealth(({ state, problems }) => states.push([state, ...problems].join(' ')), ending.signal);
      return states;
    },
  };
}
