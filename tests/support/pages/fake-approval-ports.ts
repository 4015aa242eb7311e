import { vi } from 'vitest';
import type { ApprovalAnswer, PendingApproval } from '../../../src/messaging/approval-protocol.ts';
import type { ApprovalPagePorts } from '../../../src/pages/approval/approval-ports.ts';

/** A worker that answers everything with `answer`; @param pending the requests that wait */
export function fakeApprovalPorts(pending: readonly PendingApproval[], answer: ApprovalAnswer) {
  return {
    clock: { now: () => Date.now() },
    pending: vi.fn<ApprovalPagePorts['pending']>(async () => pending),
    give: vi.fn<ApprovalPagePorts['give']>(async () => answer),
    sendBack: vi.fn<ApprovalPagePorts['sendBack']>(async () => answer),
  } satisfies ApprovalPagePorts;
}
