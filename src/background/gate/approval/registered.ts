import type { Approver } from '../../../domain/broadcast/approval/approver.ts';
import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import type { Patience } from '../../../storage/managed-policy.ts';
import type { GatePorts } from '../gate-ports.ts';

/**
 * Who may approve for an account; null: nobody is registered. What cannot be read lets nobody approve.
 * @param patience `until-known` for judging what somebody has answered
 */
export async function registeredFor(
  { readGate, report }: Pick<GatePorts, 'readGate' | 'report'>,
  account: BasicId | null,
  patience?: Patience,
): Promise<readonly Approver[] | null> {
  try {
    return (await readGate(account, patience)).approvers;
  } catch (error) {
    report('read who may approve', error);
    return [];
  }
}
