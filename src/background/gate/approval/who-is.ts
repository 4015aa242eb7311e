import type { Approval } from '../../../domain/broadcast/approval/approval.ts';
import type { Approver } from '../../../domain/broadcast/approval/approver.ts';
import type { ApprovalAnswer } from '../../../messaging/approval-protocol.ts';
import type { GatePorts } from '../gate-ports.ts';
import { answerOf, noteApproval } from './approval-record.ts';
import { approverBy, tryOf } from './approver-door.ts';
import { registeredFor } from './registered.ts';

/** Who answers; `isVerified`: by passphrase. Or why nobody does. */
type Who =
  | {
      readonly kind: 'known';
      readonly person: string;
      readonly isVerified: boolean;
      readonly approver: Approver | null;
    }
  | { readonly kind: 'refused'; readonly answer: ApprovalAnswer };

/** Finds out who answers, by name and passphrase where approvers are registered. A mistake is counted and written down. */
export async function whoIs(
  ports: GatePorts,
  about: Pick<Approval, 'account'> & { readonly attempt: Approval['attempt'] | null },
  name: string,
  passphrase: string,
): Promise<Who> {
  const approvers = await registeredFor(ports, about.account);
  if (approvers === null) return { kind: 'known', person: name.trim(), isVerified: false, approver: null };
  if (approvers.length === 0) return { kind: 'refused', answer: answerOf('nobody') };
  const approver = await ports.door.try(tryOf(approvers, name), () =>
    approverBy(approvers, name, passphrase),
  );
  if ('name' in approver) return { kind: 'known', person: approver.name, isVerified: true, approver };
  const { isEarly, waitSeconds } = approver;
  if (!isEarly) await noteApproval(ports, about, { step: 'wrong', person: name.trim() });
  return { kind: 'refused', answer: answerOf(isEarly ? 'wait' : 'wrong', { waitSeconds }) };
}
