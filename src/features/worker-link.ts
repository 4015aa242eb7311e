import type { GenericSchema } from 'valibot';
import { type Ask, AskError } from '../messaging/bus.ts';
import type { AnswerOf, RequestOf, Verb } from '../messaging/protocol.ts';
import type { Troubles } from './troubles.ts';

/** What came of asking the worker. `again`: the same request may succeed later; otherwise it never will. */
export type Reply<A> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly again: boolean };

/** The worker as features see it. Never rejects; that it did not answer is reported already. */
export type WorkerLink = <V extends Verb, A extends AnswerOf<V>>(
  verb: V,
  payload: RequestOf<V>,
  answer: GenericSchema<unknown, A>,
) => Promise<Reply<A>>;

/**
 * Links features to the worker. An answer takes the trouble "worker unreachable" away, its absence brings it; when the
 * extension itself is gone, `onGone` is called instead. A request that was not accepted is a defect of ours, of which the
 * operator can do nothing.
 */
export function linkWorker(ask: Ask, troubles: Troubles, onGone: () => void): WorkerLink {
  return async (verb, payload, answer) => {
    try {
      const value = await ask(verb, payload, answer);
      troubles.set('troubleWorkerUnreachable', false);
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof AskError)) throw error;
      const isOurDefect = error.reason === 'refused' || error.reason === 'invalid';
      if (error.reason === 'gone') onGone();
      else if (isOurDefect) console.error('Matta:', error);
      else troubles.set('troubleWorkerUnreachable', true);
      return { ok: false, again: !isOurDefect };
    }
  };
}
