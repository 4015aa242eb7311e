import type { Handlers } from '../../messaging/serve.ts';
import { approvalAnswers } from './approval/approval-answers.ts';
import { approverAnswers } from './approval/approver-answers.ts';
import { checklistAnswers } from './checklist-answers.ts';
import type { GatePorts } from './gate-ports.ts';
import { journalAnswers } from './journal-answers.ts';
import { pageAnswers } from './page-answers.ts';
import type { PassDesk } from './pass-desk.ts';
import { releaseAnswers } from './release-answers.ts';
import { wayOutAnswers } from './way-out-answers.ts';

/** The worker's answer to every verb of gate and journal. */
export function gateAnswers(ports: GatePorts, desk: PassDesk) {
  return {
    ...pageAnswers(ports),
    ...checklistAnswers(ports, desk),
    ...releaseAnswers(ports, desk),
    ...wayOutAnswers(ports, desk),
    ...approvalAnswers(ports),
    ...approverAnswers(ports),
    ...journalAnswers(ports.journal),
  } satisfies Partial<Handlers>;
}

export type GateAnswers = ReturnType<typeof gateAnswers>;
