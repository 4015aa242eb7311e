import * as v from 'valibot';
import type { RequestOf, Verb } from './protocol.ts';

/**
 * The asking side of the protocol, for pages and content scripts; the worker's side is `serve.ts`. Only types are taken
 * from `protocol.ts`: a content script shall not carry the schemas of requests that it never reads.
 */

/** What the worker answers. Unknown or missing answers are handled as failures by {@link createClient}. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * `refused`: this sender may not ask that. `invalid`: the request, or the answer to it, has the wrong shape.
 * `failed`: the worker tried and could not.
 */
export const REFUSALS = ['refused', 'invalid', 'failed'] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * Why there is no answer. Besides the worker's own reasons: `gone`: this copy of Matta was updated or removed, nothing
 * will ever answer it again. `asleep`: nobody received the request, not even on a second try.
 */
export type AskFailure = Refusal | 'gone' | 'asleep';

/** The one error of {@link Ask}. */
export class AskError extends Error {
  override readonly name = 'AskError';
  readonly verb: Verb;
  readonly reason: AskFailure;
  constructor(verb: Verb, reason: AskFailure, cause?: unknown) {
    super(`${verb}: ${reason}`, { cause });
    this.verb = verb;
    this.reason = reason;
  }
}

/** Asks the worker. Rejects with {@link AskError} and nothing else. */
export interface Ask {
  /** Answers what `answer` accepts: the verb's own schema in `protocol`, or one that leaves out what is not needed. */
  <V extends Verb, A>(verb: V, payload: RequestOf<V>, answer: v.GenericSchema<unknown, A>): Promise<A>;
  /** Without a schema the answer is not looked at: only that there was one. */
  <V extends Verb>(verb: V, payload: RequestOf<V>): Promise<void>;
}

type Send = (message: unknown) => Promise<unknown>;

/**
 * `send` for askers behind whom somebody waits: fails when there is no answer within `patienceMs`. What the worker does
 * with the request is not undone by that.
 */
export function sendWithin(send: Send, patienceMs: number): Send {
  return (message) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
      (async () => send(message))()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
}

/**
 * The asking side of the protocol over `send`, the browser's `runtime.sendMessage`. `send` may throw at once, as it does
 * in a content script whose extension is gone. A request that nobody received is repeated once after `retryAfterMs`; every
 * verb may safely be repeated.
 */
export function createClient(send: Send, retryAfterMs = 150): Ask {
  function ask<A>(verb: Verb, payload: unknown, schema: v.GenericSchema<unknown, A>): Promise<A>;
  function ask(verb: Verb, payload: unknown): Promise<void>;
  async function ask(verb: Verb, payload: unknown, schema?: v.GenericSchema): Promise<unknown> {
    let attempt = await sendOnce(send, { verb, payload });
    if (attempt.outcome === 'asleep') {
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
      attempt = await sendOnce(send, { verb, payload });
    }
    if (attempt.outcome !== 'answered') throw new AskError(verb, attempt.outcome, attempt.cause);
    return readAnswer(verb, attempt.answer, schema);
  }
  return ask;
}

type Attempt =
  | { readonly outcome: 'answered'; readonly answer: unknown }
  | { readonly outcome: 'asleep' | 'gone' | 'failed'; readonly cause?: unknown };

async function sendOnce(send: Send, request: unknown): Promise<Attempt> {
  try {
    const answer = await send(request);
    // Chrome answers `undefined` when a listener heard the request, but none of them was the worker's.
    return answer === undefined || answer === null ? { outcome: 'asleep' } : { outcome: 'answered', answer };
  } catch (cause) {
    return { outcome: outcomeOf(cause), cause };
  }
}

/** Chrome tells these cases apart by their text alone; the texts have been the same since Chrome 30. */
function outcomeOf(cause: unknown): 'asleep' | 'gone' | 'failed' {
  const text = String(cause);
  if (/context invalidated|reading 'sendMessage'|sendMessage is not/i.test(text)) return 'gone';
  if (/receiving end does not exist|(port|channel) closed/i.test(text)) return 'asleep';
  return 'failed';
}

function readAnswer(verb: Verb, answer: unknown, schema: v.GenericSchema | undefined): unknown {
  const { ok, value, reason }: Readonly<Partial<Record<'ok' | 'value' | 'reason', unknown>>> = Object(answer);
  if (ok !== true) throw new AskError(verb, REFUSALS.find((known) => known === reason) ?? 'invalid');
  if (schema === undefined) return undefined;
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new AskError(verb, 'invalid', parsed.issues[0]);
  return parsed.output;
}
