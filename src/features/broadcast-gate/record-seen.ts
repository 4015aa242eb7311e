import { doneSchema } from '../../messaging/gate-protocol.ts';
import type { ManagerContext } from '../manager-context.ts';
import { newAttempt } from './new-attempt.ts';

/** Tells the worker of test sends, which answer an item, and of broadcasts that a layer only observed. */
export function recordSeen(context: ManagerContext, signal: AbortSignal): void {
  const { gate, worker, page, troubles, news } = context;
  gate.onTest(({ broadcast }) => void worker('testSeen', { broadcast }, doneSchema), signal);
  gate.onObserved(({ broadcast }) => {
    const attempt = newAttempt('request', broadcast, page.facts());
    void worker('observed', { attempt, layer: 'network' }, doneSchema);
  }, signal);
  news.onUnconfirmed(() => troubles.set('troubleUnconfirmed', true), signal);
}
