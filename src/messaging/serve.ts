import * as v from 'valibot';
import type { Answer, Refusal } from './bus.ts';
import { type AnswerOf, protocol, type RequestOf, type Verb } from './protocol.ts';
import { identifySender, type RawSender, type Sender } from './sender.ts';

/** The worker's function for every verb. What it throws reaches the asker as `failed`, without its text. */
export type Handlers = {
  readonly [V in Verb]: (payload: RequestOf<V>, sender: Sender) => Promise<AnswerOf<V>> | AnswerOf<V>;
};

export interface ServeOptions {
  /** Our own id: `runtime.id`. */
  readonly extensionId: string;
  /** Told about every request that got no value: why, and the how manieth of this reason it was. Must not throw. */
  readonly report: (reason: Refusal, detail: unknown, count: number) => void;
}

/** The worker's ear: give it to `runtime.onMessage`. The promise is always fulfilled. */
export type Listen = (message: unknown, sender: RawSender) => Promise<Answer>;

/** Most characters of one request as JSON: several times the largest honest one, a full `record` or a broadcast of many large cards. */
export const REQUEST_LIMIT = 512 * 1024;

/**
 * Answers requests by `handlers` after checking, in this order: the sender, the size, the form, whether the sender may
 * use the verb, the payload, and whether it names what the sender's own address names.
 */
export function serve(handlers: Handlers, options: ServeOptions): Listen {
  const counts = { refused: 0, invalid: 0, failed: 0 };
  return async (message, raw) => {
    try {
      const sender = identifySender(raw, options.extensionId);
      if (sender === null) throw new RequestRefused('refused', 'unknown sender');
      const { verb, payload } = readRequest(message);
      return { ok: true, value: await answer(handlers, verb, payload, sender) };
    } catch (error) {
      const reason = error instanceof RequestRefused ? error.reason : 'failed';
      counts[reason] += 1;
      options.report(reason, error, counts[reason]);
      return { ok: false, reason };
    }
  };
}

/** A request that is not answered; handlers may throw it too. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly reason: Refusal;
  constructor(reason: Refusal, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

const requestSchema = v.strictObject({ verb: v.string(), payload: v.unknown() });

function readRequest(message: unknown): { readonly verb: Verb; readonly payload: unknown } {
  if (sizeOf(message) > REQUEST_LIMIT) throw new RequestRefused('invalid', 'too large');
  const parsed = v.safeParse(requestSchema, message);
  if (!parsed.success) throw new RequestRefused('invalid', 'not a request');
  const { verb, payload } = parsed.output;
  if (!isVerb(verb)) throw new RequestRefused('invalid', 'unknown verb');
  return { verb, payload };
}

/** Infinite for what is not JSON: it cannot have come through the browser's channel. */
function sizeOf(message: unknown): number {
  try {
    return JSON.stringify(message)?.length ?? Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Own keys only: `constructor` and its like are no verbs. */
function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(protocol, verb);
}

async function answer<V extends Verb>(
  handlers: Handlers,
  verb: V,
  payload: unknown,
  sender: Sender,
): Promise<AnswerOf<V>> {
  const allowed: readonly Sender['kind'][] = protocol[verb].from;
  if (!allowed.includes(sender.kind)) throw new RequestRefused('refused', `${verb} from ${sender.kind}`);
  const schema: v.GenericSchema<unknown, unknown> = protocol[verb].request;
  const parsed = v.safeParse(schema, payload);
  if (!parsed.success) throw new RequestRefused('invalid', `${verb}: ${parsed.issues[0].message}`);
  const request = parsed.output as RequestOf<V>;
  if (sender.kind === 'chat' && !namesOwn(verb, request, sender.addresses)) {
    throw new RequestRefused('refused', `${verb} for a foreign address`);
  }
  return handlers[verb](request, sender);
}

type Addresses = Extract<Sender, { kind: 'chat' }>['addresses'];

/**
 * A content script in a chat speaks for the account in its address and for no other; where no account is named, for none. The
 * conversation is left open: recording is batched, answers take a while, and the operator may have moved on meanwhile.
 */
function namesOwn(verb: Verb, request: unknown, addresses: Addresses): boolean {
  const { account }: { account?: unknown } = Object(request);
  const isOwn = (id: unknown) => addresses.some((own) => own.account === id);
  switch (verb) {
    case 'observedTimes':
    case 'record':
    case 'markUnsent':
    case 'distrustIds':
    case 'settings':
      return isOwn(account);
    case 'reportHealth':
      return account === null || isOwn(Object(account).id);
    case 'texts':
    case 'apologies':
      return true;
    default:
      return false;
  }
}
