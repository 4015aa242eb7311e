import { type Instant, MINUTE } from '../clock.ts';

/**
 * What a row's `data-id` says about the send time.
 * `sent`: the instant at which LINE took the message, to 10 ms. `client-sent`: the sending computer's own time, to 1 ms.
 * `future`: well-formed, but more than {@link FUTURE_TOLERANCE_MS} after now, so either the id or the clock is wrong.
 * `unreadable`: anything else.
 */
export type DecodedId =
  | { readonly form: 'sent'; readonly at: Instant }
  | { readonly form: 'client-sent'; readonly at: Instant }
  | { readonly form: 'future'; readonly at: Instant }
  | { readonly form: 'unreadable' };

/** The scheme of LINE's ids is known to hold since 2023; older ids have another form. */
const EARLIEST = Date.UTC(2023, 0, 1);
export const FUTURE_TOLERANCE_MS = 5 * MINUTE;

/** 2014-10-09T05:08:24.000Z, from which LINE counts. Found from public webhook logs: docs/line-pages.md, "Message ids". */
const EPOCH_MS = 1_412_831_304_000;
const TICK_MS = 10;
/** Below the ticks: sequence number and machine. */
const LOW_BITS = 24n;

const MESSAGE_ID = /^\d{17,19}$/;
/** `{chatId}_{epoch ms}_{7-8 digits}`: what LINE's web client calls a message until the server has named it. */
const SEND_ID = /^[UCR][0-9a-f]{32}_(\d{13})_\d{7,8}$/;

/**
 * Reads the send time out of a `data-id`.
 * @param id as it stands in the page; anything is allowed
 * @param now the corrected current time, epoch ms
 */
export function decodeMessageId(id: string, now: Instant): DecodedId {
  if (MESSAGE_ID.test(id)) {
    // 18 digits exceed what a number holds exactly.
    const ticks = Number(BigInt(id) >> LOW_BITS);
    return placed('sent', ticks * TICK_MS + EPOCH_MS, now);
  }
  const clientTime = SEND_ID.exec(id)?.[1];
  return clientTime === undefined ? { form: 'unreadable' } : placed('client-sent', Number(clientTime), now);
}

function placed(form: 'sent' | 'client-sent', at: Instant, now: Instant): DecodedId {
  if (at < EARLIEST) return { form: 'unreadable' };
  return at > now + FUTURE_TOLERANCE_MS ? { form: 'future', at } : { form, at };
}
