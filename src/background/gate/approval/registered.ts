import type { Approver } from '../../../domain/broadcast/approval/approver.ts';
import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import type { GatePorts } from '../gate-ports.ts';

/**
 * Who may approve for an account; null: nobody is registered. What cannot be read lets nobody approve. It is read shortly, also for
 * judging an answer: whether that counts is asked again, by the rules as they are known then, when a broadcast is let go.
 */
export async function registeredFor(
  { readGate, report }: Pick<GatePorts, 'readGate' | 'report'>,
  account: BasicId | null,
): Promise<readonly Approver[] | null> {
  try {
    return (await readGate(account)).approvers;
  } catch (error) {
    report('read who may approve', error);
    return [];
  }
}
