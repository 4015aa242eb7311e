import { DONE } from '../../messaging/gate-protocol.ts';
import type { Handlers } from '../../messaging/serve.ts';
import { writeEvent } from './attempt-record.ts';
import { contentDigest } from './evaluate.ts';
import type { GatePorts } from './gate-ports.ts';
import { tabOf, tabOfFrame } from './manager-sender.ts';

/** What a manager's page needs to know, and what it tells of what it sees. */
export function pageAnswers(
  ports: GatePorts,
): Pick<Handlers, 'gateSettings' | 'testSeen' | 'askInPage' | 'learnSendLabel' | 'observed'> {
  const { readPolicy, texts, accounts, labels, memory, clock, pages } = ports;
  return {
    gateSettings: async ({ account, name }, sender) => {
      tabOf(sender);
      ports.reassertLock();
      if (account !== null && name !== null) await accounts.put({ id: account, name });
      const policy = await readPolicy();
      const { network, lock, button } = policy.gate;
      const [chosen, sendLabels] = await Promise.all([texts.chosen(policy), labels.all()]);
      const { anchors } = policy;
      return { network, lock, button, texts: chosen, sendLabels: [...sendLabels], anchors };
    },
    testSeen: async ({ broadcast }, sender) => {
      tabOf(sender);
      await memory.tests.put({ digest: await contentDigest(broadcast), at: clock.now() });
      return DONE;
    },
    askInPage: async ({ attempt }, sender) => {
      await pages.askFor(tabOfFrame(sender), attempt, performance.now());
      return DONE;
    },
    learnSendLabel: async ({ label }, sender) => {
      tabOf(sender);
      await labels.put(label);
      return DONE;
    },
    observed: async ({ attempt, layer }, sender) => {
      tabOf(sender);
      const about = { attempt: attempt.id, account: attempt.broadcast.account };
      await writeEvent(ports, about, { kind: 'observed', layer }, `observed:${layer}`);
      return DONE;
    },
  };
}
