import { createClient } from '../../messaging/bus.ts';
import { protocol } from '../../messaging/protocol.ts';
import { browser } from '../../platform/browser.ts';
import type { ApprovalPagePorts } from './approval-ports.ts';

/** What the approver's page needs, from the worker. */
export function browserPorts(): ApprovalPagePorts {
  const ask = createClient((message) => browser.runtime.sendMessage(message));
  return {
    clock: { now: () => Date.now() },
    pending: () => ask('pendingApprovals', {}, protocol.pendingApprovals.answer),
    give: (given) => ask('giveApproval', given, protocol.giveApproval.answer),
    sendBack: (sentBack) => ask('sendBackApproval', sentBack, protocol.sendBackApproval.answer),
  };
}
