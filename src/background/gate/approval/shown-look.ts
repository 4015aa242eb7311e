import type { Approval } from '../../../domain/broadcast/approval/approval.ts';
import { type ApprovalLook, lookOf, lookText } from '../../../domain/broadcast/approval/look.ts';
import type { Attempt } from '../../../domain/broadcast/broadcast.ts';
import { sha256 } from '../../../platform/digest.ts';
import { evaluate } from '../evaluate.ts';
import type { GatePorts } from '../gate-ports.ts';

/** What an approver is shown of an attempt, and asked about it: what its operator is asked, by the rules of now. */
export async function lookAt(ports: GatePorts, attempt: Attempt): Promise<ApprovalLook> {
  const { items } = await evaluate(ports, attempt, false);
  return lookOf(attempt.broadcast, items);
}

/** The SHA-256 by which an answer is bound to what was shown. */
export function contentOf(look: ApprovalLook): Promise<string> {
  return sha256(lookText(look));
}

/** What is shown of a request, made anew where the worker has forgotten it; null where the rules ask for other things since. */
export async function keptLook(
  ports: GatePorts,
  { id, content }: Approval,
  attempt: Attempt,
): Promise<ApprovalLook | null> {
  const { approvals } = ports;
  const kept = approvals.lookOf(id);
  if (kept !== null) return kept;
  const look = await lookAt(ports, attempt);
  if ((await contentOf(look)) !== content) return null;
  approvals.keepLook(id, look);
  return look;
}
