import { vi } from 'vitest';
import { HOUR, SECOND } from '../../../src/domain/clock.ts';
import { UNSEND_STANDARDS } from '../../../src/domain/policy/unsend-standards.ts';
import { statusOf, type UnsendStatus } from '../../../src/domain/unsend/status.ts';
import type { WindowInForce } from '../../../src/domain/unsend/window.ts';
import type { Conversation, PageHealth } from '../../../src/line/chat/chat-page.ts';
import { openChatPage } from '../../../src/line/chat/open-chat-page.ts';
import { isMessageTruth, isUnsendable, type MessageTruth } from './chat-truth.ts';
import { type ChatVariant, NOW } from './chat-variant.ts';
import { type Judged, judged } from './verdict.ts';

/** LINE's limit is settled here, so that there is one truth about every message. */
const SETTING: WindowInForce = { choice: { mode: 'hour' }, region: 'JP', marginSeconds: 60 };
const PROMISED_MS = HOUR - 60 * SECOND;
/** Long enough for every look at the page's health that is due. */
const SETTLES_WITHIN_MS = 8 * SECOND;

interface Shown {
  readonly truths: readonly MessageTruth[];
  readonly status: UnsendStatus;
}

/** Opens a changed page as the content script does, lets it go on, and judges all that would be shown. Needs fake timers. */
export async function judgeChat(variant: ChatVariant): Promise<Judged> {
  const ending = new AbortController();
  vi.setSystemTime(NOW);
  const page = openChatPage(document, { now: () => Date.now() }, ending.signal);
  let conversation: Conversation | null = null;
  const health: PageHealth['state'][] = [];
  page.onConversation((opened) => {
    conversation = opened;
  }, ending.signal);
  page.onHealth(({ state }) => health.push(state), ending.signal);
  for (let step = variant.later.shift(); step !== undefined; step = variant.later.shift()) {
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    step();
  }
  await vi.advanceTimersByTimeAsync(SETTLES_WITHIN_MS);
  const shown = shownBy(variant, conversation);
  ending.abort();
  const isUnwell = health.at(-1) === 'degraded' || health.at(-1) === 'lost';
  return judgeShown(variant, shown, isUnwell);
}

function shownBy(variant: ChatVariant, conversation: Conversation | null): readonly Shown[] {
  return (conversation?.rows() ?? []).flatMap((row) => {
    const message = conversation?.messageOf(row) ?? null;
    if (conversation === null || message === null) return [];
    const status = statusOf(message, SETTING, UNSEND_STANDARDS.warn, conversation.now());
    return [{ truths: truthsAt(variant, row), status }];
  });
}

/** The messages whose element a row is, lies in or holds. */
function truthsAt({ marks }: ChatVariant, row: Element): readonly MessageTruth[] {
  const around: Element[] = [];
  for (let each: Element | null = row; each !== null; each = each.parentElement) around.push(each);
  return [...around, ...row.querySelectorAll('*')]
    .map((element) => marks.get(element))
    .filter(isMessageTruth);
}

function judgeShown(variant: ChatVariant, shown: readonly Shown[], isUnwell: boolean): Judged {
  const wrong = shown.flatMap(({ truths, status }) => faultsOf(truths, status));
  const truths = [...variant.root.querySelectorAll('*')]
    .map((element) => variant.marks.get(element))
    .filter(isMessageTruth);
  const statusFor = (truth: MessageTruth) => shown.find((one) => one.truths.includes(truth))?.status;
  const missing = truths.filter((truth) => !isServed(truth, statusFor(truth)));
  // A badge that asks says by itself that it cannot tell.
  const isSaid = isUnwell || missing.every((truth) => statusFor(truth) !== undefined);
  return judged({ wrong, missing: missing.map((truth) => `missing: ${nameOf(truth)}`), isSaid });
}

/** True where a message has what is to be said of it. */
function isServed(truth: MessageTruth, status: UnsendStatus | undefined): boolean {
  if (truth.kind !== 'operator' || truth.state !== 'sent') return true;
  if (isUnsendable(truth, NOW, HOUR)) return status?.state === 'safe' || status?.state === 'warn';
  return status?.state === 'over' || status?.state === 'check';
}

/** What is stated on a row and is not so. */
function faultsOf(truths: readonly MessageTruth[], status: UnsendStatus): readonly string[] {
  const [truth] = truths;
  if (truth === undefined || truths.length > 1) return [`a badge on ${truths.length} messages`];
  const name = nameOf(truth);
  if (truth.direction === 'incoming') return [`a badge on ${name}`];
  switch (status.state) {
    case 'safe':
    case 'warn': {
      if (truth.kind !== 'operator' || truth.state !== 'sent') return [`a promise on ${name}`];
      const tooLongMs = status.safeUntil - truth.sentAt - PROMISED_MS;
      return tooLongMs > 0 ? [`${tooLongMs} ms too long on ${name}`] : [];
    }
    case 'over':
      return status.overFrom < truth.sentAt + HOUR && truth.kind === 'operator' ? [`over on ${name}`] : [];
    case 'never':
      return truth.kind === 'operator' ? [`never on ${name}`] : [];
    case 'check':
    case 'unknown':
      return [];
  }
}

function nameOf({ direction, kind, state, sentAt }: MessageTruth): string {
  return `${direction} ${kind} ${state}, ${Math.round((NOW - sentAt) / 60_000)} min old`;
}
