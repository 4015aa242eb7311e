import type { HeldRequests } from '../features/held-requests.ts';

/**
 * The network gate outlives this script: after an update or removal of the extension it stays in the page and goes on holding.
 * Nobody could open a checklist any more, so everything that it holds then fails; the page says to be loaded again.
 */
export function refuseAfterEnd(gate: HeldRequests, signal: AbortSignal): void {
  signal.addEventListener(
    'abort',
    () => {
      gate.setMode('enforce');
      gate.onHeld((request) => request.refuse(), new AbortController().signal);
    },
    { once: true },
  );
}
