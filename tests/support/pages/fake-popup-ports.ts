import * as v from 'valibot';
import { vi } from 'vitest';
import { type Instant, MINUTE } from '../../../src/domain/clock.ts';
import {
  accountIdSchema,
  conversationIdSchema,
  messageIdSchema,
} from '../../../src/domain/unsend/identity.ts';
import type { MessageKind } from '../../../src/domain/unsend/message-kind.ts';
import type { PopupPorts, Unsendable, UnsendableMessage } from '../../../src/pages/popup/popup-ports.ts';

export const SAKURA = v.parse(accountIdSchema, `U${'1a2b3c4d'.repeat(4)}`);
export const MIDORI = v.parse(accountIdSchema, `U${'9f8e7d6c'.repeat(4)}`);
export const CUSTOMER = v.parse(conversationIdSchema, `U${'0123abcd'.repeat(4)}`);

/** A message that can be unsent until `safeUntil`, sent 59 minutes before. */
export function unsendableMessage(
  id: string,
  safeUntil: Instant,
  { kind = 'text', account = SAKURA }: { readonly kind?: MessageKind; readonly account?: typeof SAKURA } = {},
): UnsendableMessage {
  const sentAt = safeUntil - 59 * MINUTE;
  return {
    safeUntil,
    message: {
      account,
      conversation: CUSTOMER,
      id: v.parse(messageIdSchema, id),
      sendTime: { earliest: sentAt, latest: sentAt, precision: 'exact', source: 'id' },
      kind,
      firstSeen: sentAt,
      lastSeen: sentAt,
      unsentAt: null,
    },
  };
}

/** What the worker answers when all is well. */
export function unsendable(
  messages: readonly UnsendableMessage[],
  rest: Partial<Unsendable> = {},
): Unsendable {
  return {
    store: 'fine',
    total: messages.length,
    messages: [...messages],
    accountNames: {},
    clockWrong: false,
    clockCorrectionMs: 0,
    ...rest,
  };
}

/** A popup with nothing to unsend, beside a tab that is not LINE's; tests change what they are about. */
export function fakePopupPorts(changed: Partial<PopupPorts> = {}) {
  return {
    clock: { now: () => Date.now() },
    warn: { warnMinutes: 10, urgentMinutes: 5 },
    unsendable: vi.fn(async () => unsendable([])),
    currentTab: vi.fn(async () => ({ id: 7, side: null })),
    tabHealth: vi.fn(async () => null),
    diagnosticReport: vi.fn(async () => 'report'),
    copyText: vi.fn(async () => undefined),
    openConversation: vi.fn(async () => undefined),
    openOptions: vi.fn(async () => undefined),
    ...changed,
  } satisfies PopupPorts;
}
