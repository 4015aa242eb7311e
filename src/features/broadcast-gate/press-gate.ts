import { doneSchema } from '../../messaging/gate-protocol.ts';
import type { ManagerContext } from '../manager-context.ts';
import type { AttemptDesk } from './attempt-desk.ts';
import { newAttempt } from './new-attempt.ts';

/**
 * Opens the checklist when the operator presses 配信, before LINE's own dialog. A courtesy: whenever anything is unclear the
 * press goes through, and the request that follows is held.
 */
export function watchPresses(context: ManagerContext, desk: AttemptDesk, signal: AbortSignal): void {
  const { page, settings } = context;
  const useLabels = () => page.useSendLabels(settings.current()?.sendLabels ?? []);
  useLabels();
  settings.onChange(useLabels, signal);
  page.onSendPress(() => answer(context, desk), signal);
}

function answer(context: ManagerContext, desk: AttemptDesk): 'hold' | 'pass' {
  const { page, settings, worker } = context;
  const mode = settings.current()?.button ?? 'enforce';
  if (mode === 'off' || desk.isPassWaiting()) return 'pass';
  if (desk.isAsking()) return 'hold';
  const broadcast = page.shownBroadcast();
  if (broadcast === null) return 'pass';
  const attempt = newAttempt('button', broadcast, page.facts());
  if (mode === 'observe') {
    void worker('observed', { attempt, layer: 'button' }, doneSchema);
    return 'pass';
  }
  desk.ask({ attempt, held: null, changes: [] });
  return 'hold';
}
