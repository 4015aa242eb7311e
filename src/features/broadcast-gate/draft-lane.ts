import type { Nonce } from '../../domain/broadcast/nonce.ts';
import { SECOND } from '../../domain/clock.ts';
import { doneSchema } from '../../messaging/gate-protocol.ts';
import type { HeldRequest } from '../held-requests.ts';
import type { ManagerContext } from '../manager-context.ts';

/** What lives on the worker's side for a minute is renewed well before, as long as somebody is at work on the page. */
const RENEW_MS = 25 * SECOND;
const SIGNS_OF_WORK = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** Opens the browser's lock for drafts, which nobody is asked about. */
export function letDraftsGo(context: ManagerContext, signal: AbortSignal): void {
  context.gate.onHeld((request) => {
    if (request.kind === 'harmless') void letGo(context, request);
  }, signal);
  if (context.isTop) keepStandby(context, signal);
}

/**
 * A page can prepare a frame before our script runs in it, so what a frame calls a draft is not believed: there the lock alone
 * decides, and the checklist opens if it stops anything.
 */
async function letGo({ isTop, settings, worker }: ManagerContext, request: HeldRequest): Promise<void> {
  const isLocked = isTop && (settings.current()?.lock ?? 'enforce') === 'enforce';
  const armed = isLocked
    ? await worker('armHarmless', { nonce: request.nonce, isStandby: false }, doneSchema)
    : { ok: true };
  if (armed.ok) request.release();
  else request.refuse();
}

/** For drafts that cannot wait for the worker, such as beacons, the lock is opened ahead of them. */
function keepStandby({ document, page, gate, clock, worker }: ManagerContext, signal: AbortSignal): void {
  /** When each was armed last; never, where somebody has still to go where broadcasts are written. */
  let armedAt: ReadonlyMap<Nonce, number> = new Map();
  const renew = () => {
    if (page.place() === 'other') return;
    const now = clock.now();
    const arm = (nonce: Nonce) => {
      void worker('armHarmless', { nonce, isStandby: true }, doneSchema);
      return now;
    };
    armedAt = new Map(
      [...armedAt].map(([nonce, at]) => [nonce, Math.abs(now - at) >= RENEW_MS ? arm(nonce) : at]),
    );
  };
  gate.onStandby((nonces) => {
    armedAt = new Map(nonces.map((nonce) => [nonce, armedAt.get(nonce) ?? Number.NEGATIVE_INFINITY]));
    renew();
  }, signal);
  page.onPlace(renew, signal);
  for (const sign of SIGNS_OF_WORK)
    document.addEventListener(sign, renew, { signal, capture: true, passive: true });
}
