import * as v from 'valibot';
import { accountIdSchema, conversationIdSchema } from '../../src/domain/unsend/identity.ts';
import { PcClock } from '../../src/domain/unsend/pc-clock.ts';
import { CarriedOver } from '../../src/line/chat/carried-over.ts';
import type { RowsChanged, UnsentMessage } from '../../src/line/chat/chat-page.ts';
import { OpenConversation } from '../../src/line/chat/open-conversation.ts';
import { Presses } from '../../src/line/chat/presses.ts';
import { el, messageList } from './chat-markup.ts';
import { FakeClock } from './fake-clock.ts';

export const ACCOUNT = v.parse(accountIdSchema, `U${'a'.repeat(32)}`);
export const CUSTOMER = v.parse(conversationIdSchema, `U${'c'.repeat(32)}`);
export const GROUP = v.parse(conversationIdSchema, `C${'d'.repeat(32)}`);

/** An instant of Japanese wall-clock time; the tests run with the computer in Japan. */
export function japan(day: number, hour: number, minute = 0, second = 0): number {
  return Date.UTC(2026, 10, day, hour - 9, minute, second);
}

/** Lets everything happen that is due without time passing: observers, answers, microtasks. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** One open conversation on a page of one's own, with all that it told. */
export function openBench(now: number, ...blocks: readonly HTMLElement[]) {
  const list = messageList(...blocks);
  const composer = el('div', 'editor-area', el('textarea'));
  const send = el('div', 'send-group', submitButton());
  document.body.replaceChildren(list, composer, send);
  const ending = new AbortController();
  const clock = new FakeClock(now);
  const presses = new Presses(document, clock, ending.signal);
  const around = { document, clock, pcClock: new PcClock(clock, () => clock.now()), presses };
  const address = { account: ACCOUNT, conversation: CUSTOMER };
  const conversation = new OpenConversation(address, list, around, new CarriedOver([], clock), ending.signal);
  const changes: RowsChanged[] = [];
  const unsent: UnsentMessage[] = [];
  conversation.onRows((change) => changes.push(change), ending.signal);
  conversation.onUnsent((news) => unsent.push(news), ending.signal);
  return {
    list,
    clock,
    conversation,
    changes,
    unsent,
    end: () => ending.abort(),
    pressEnter: (init: KeyboardEventInit = {}) =>
      composer.firstElementChild?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...init }),
      ),
    pressSend: () => send.querySelector('input')?.click(),
    /** What is said of a row: its send time and where it was read. */
    timeOf: (row: HTMLElement) => conversation.messageOf(row)?.sendTime ?? null,
  };
}

function submitButton(): HTMLInputElement {
  const button = el('input', 'btn btn-sm btn-primary');
  button.type = 'submit';
  button.value = '送信';
  return button;
}
