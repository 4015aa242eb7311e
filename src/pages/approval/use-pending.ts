import { useCallback, useEffect, useState } from 'preact/hooks';
import { SECOND } from '../../domain/clock.ts';
import type { PendingApproval } from '../../messaging/approval-protocol.ts';
import type { ApprovalPagePorts } from './approval-ports.ts';

/** A request may be made while the page is open. */
const LOOK_EVERY_MS = 5 * SECOND;

/** The requests of this computer that wait, and how to look at once. Those last seen stay while the worker does not answer. */
export function usePending({ pending: read }: Pick<ApprovalPagePorts, 'pending'>) {
  const [pending, setPending] = useState<readonly PendingApproval[] | null>(null);
  const look = useCallback(async () => {
    const seen = await read().catch(() => null);
    setPending((last) => seen ?? last);
  }, [read]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  return { pending, look };
}
