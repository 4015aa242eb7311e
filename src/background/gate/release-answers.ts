import { isReason } from '../../domain/broadcast/typed-letters.ts';
import { DONE } from '../../messaging/gate-protocol.ts';
import { type Handlers, RequestRefused } from '../../messaging/serve.ts';
import { countsOf, fingerprintOf } from './attempt-record.ts';
import type { GatePorts } from './gate-ports.ts';
import { isFrame, tabOf, tabOfTop } from './manager-sender.ts';
import type { PassDesk } from './pass-desk.ts';
import { harmlessPermission } from './permission.ts';

/** What lets requests pass the browser's lock. */
export function releaseAnswers(
  { lock }: Pick<GatePorts, 'lock'>,
  desk: PassDesk,
): Pick<Handlers, 'releaseRequest' | 'redeemWaiting' | 'armNextPress' | 'overrideAttempt' | 'armHarmless'> {
  return {
    releaseRequest: async ({ attempt, pass, nonce }, sender) =>
      desk.release(tabOfTop(sender), attempt, pass, nonce),
    redeemWaiting: async ({ broadcast, page, nonce }, sender) =>
      desk.redeemWaiting(
        tabOf(sender),
        { broadcast, people: isFrame(sender) ? 'out-of-sight' : page.people },
        nonce,
      ),
    armNextPress: async ({ attempt, pass }, sender) =>
      secondsOf(await desk.press(tabOfTop(sender), attempt, pass)),
    overrideAttempt: async ({ attempt, reason, nonce }, sender) => {
      const tabId = tabOfTop(sender);
      if (!isReason(reason)) throw new RequestRefused('invalid', 'no reason');
      const { broadcast, page } = attempt;
      const fingerprint = await fingerprintOf(broadcast, page.people);
      const counts = countsOf(broadcast, page.people, fingerprint);
      const entry = { kind: 'overridden', reason, broadcast: counts } as const;
      return secondsOf(await desk.override(tabId, attempt, nonce, entry));
    },
    armHarmless: async ({ nonce, isStandby }, sender) => {
      const result = await lock.open(harmlessPermission(tabOfTop(sender), nonce, isStandby));
      if (result === 'over') throw new RequestRefused('refused', 'this request has been let pass already');
      return DONE;
    },
  };
}

function secondsOf(seconds: number | null): { seconds: number } {
  if (seconds === null) throw new RequestRefused('refused', 'nothing is permitted');
  return { seconds };
}
