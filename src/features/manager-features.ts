import { startBroadcastGate } from './broadcast-gate/broadcast-gate.ts';
import { startGuardSign } from './guard-sign/guard-sign.ts';
import { startManagerNotice } from './health-notice/health-notice.ts';
import type { ManagerFeature } from './manager-context.ts';

/** What Matta does on LINE's manager page: the other half of the table of contents. */
export const MANAGER_FEATURES: readonly ManagerFeature[] = [
  startBroadcastGate,
  startGuardSign,
  startManagerNotice,
];

/** The part of it that is needed in the frames inside that page, too. */
export const MANAGER_FRAME_FEATURES: readonly ManagerFeature[] = [startBroadcastGate];
