import type { GenericSchema } from 'valibot';
import { type Ask, AskError } from '../messaging/bus.ts';
import type { AnswerOf, RequestOf, Verb } from '../messaging/protocol.ts';
import type { Troubles } from './troubles.ts';

/** The worker as features see it. Never rejects: null means that it did not answer, which is reported already. */
export type WorkerLink = <V extends Verb, A extends AnswerOf<V>>(
  verb: V,
  payload: RequestOf<V>,
  answer: GenericSchema<unknown, A>,
) => Promise<A | null>;

/**
 * Links features to the worker. An answer takes the trouble "worker unreachable" away, its absence brings it; when the
 * extension itself is gone, `onGone` is called instead.
 */
export function linkWorker(ask: Ask, troubles: Troubles, onGone: () => void): WorkerLink {
  return async (verb, payload, answer) => {
    try {
      const value = await ask(verb, payload, answer);
      troubles.set('troubleWorkerUnreachable', false);
      return value;
    } catch (error) {
      if (!(error instanceof AskError)) throw error;
      if (error.reason === 'gone') onGone();
      else troubles.set('troubleWorkerUnreachable', true);
      return null;
    }
  };
}
