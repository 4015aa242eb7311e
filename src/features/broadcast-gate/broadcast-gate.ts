import type { ManagerContext } from '../manager-context.ts';
import { AttemptDesk } from './attempt-desk.ts';
import { letDraftsGo } from './draft-lane.ts';
import { watchPresses } from './press-gate.ts';
import { recordSeen } from './record-seen.ts';

/**
 * Lets no broadcast go before its checklist has been answered. The network gate in the page's world and the browser's lock hold
 * the requests; this opens the checklist for them and passes the worker's verdict on.
 */
export function startBroadcastGate(context: ManagerContext, signal: AbortSignal): void {
  const { gate, settings } = context;
  const useMode = () => gate.setMode(settings.current()?.network ?? 'enforce');
  useMode();
  settings.onChange(useMode, signal);
  recordSeen(context, signal);
  letDraftsGo(context, signal);
  const desk = new AttemptDesk(context, signal);
  if (context.isTop) watchPresses(context, desk, signal);
}
