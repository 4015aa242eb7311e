import { DONE } from '../../messaging/gate-protocol.ts';
import { type Handlers, RequestRefused } from '../../messaging/serve.ts';
import type { GatePorts } from './gate-ports.ts';
import { isFrame, tabOf, tabOfTop } from './manager-sender.ts';
import type { PassDesk } from './pass-desk.ts';
import { harmlessPermission } from './permission.ts';

/** What lets requests pass the browser's lock. */
export function releaseAnswers(
  { lock }: Pick<GatePorts, 'lock'>,
  desk: PassDesk,
): Pick<Handlers, 'releaseRequest' | 'redeemWaiting' | 'armNextPress' | 'armHarmless'> {
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
