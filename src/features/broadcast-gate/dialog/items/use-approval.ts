import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SECOND } from '../../../../domain/clock.ts';
import type { ApprovalAnswer, ApprovalState } from '../../../../messaging/approval-protocol.ts';
import type { AnswerSheet } from '../answer-sheet.ts';
import { useGate } from '../gate-context.ts';

/** How often it is looked whether the approver has answered, in another tab of this browser. */
const LOOK_EVERY_MS = 2 * SECOND;

/** Why the last press led to nothing: an answer of the worker's, or none (`failed`); `ended`: the request is over. */
export type ApprovalTrouble = ApprovalAnswer | 'failed' | 'page' | 'ended';

/** How far the approval is, and what can be done about it. */
export interface FollowedApproval {
  /** Null until the worker has said it. */
  readonly state: ApprovalState | null;
  readonly trouble: ApprovalTrouble | null;
  readonly isBusy: boolean;
  readonly ask: (operator: string) => void;
  readonly enter: (typed: string) => void;
  readonly openPage: () => void;
}

/** Follows the approval of what is about to be sent; once it is given, that is the item's answer. */
export function useApproval(answers: AnswerSheet): FollowedApproval {
  const { approval } = useGate().options.ports;
  const [state, setState] = useState<ApprovalState | null>(null);
  const [trouble, setTrouble] = useState<ApprovalTrouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const last = useRef(state);
  const see = (seen: ApprovalState | null) => {
    if (seen === null) return;
    if (last.current?.kind === 'asked' && seen.kind === 'none') setTrouble('ended');
    last.current = seen;
    setState(seen);
  };

  const isGiven = state?.kind === 'given';
  useLayoutEffect(() => {
    let isShown = true;
    const look = () => void approval.state().then((seen) => isShown && see(seen));
    look();
    const timer = isGiven ? undefined : setInterval(look, LOOK_EVERY_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [approval, answers, isGiven]);
  useLayoutEffect(() => {
    if (state?.kind === 'given' && answers.stateOf('second-person') !== 'right')
      void answers.give({ item: 'second-person', person: state.person });
  }, [state, answers]);

  const act = (work: () => Promise<ApprovalTrouble | null>) => {
    setTrouble(null);
    setBusy(true);
    void work().then((came) => {
      setTrouble(came);
      setBusy(false);
    });
  };
  return {
    state,
    trouble,
    isBusy,
    ask: (operator) =>
      act(async () => {
        const asked = await approval.ask(operator);
        see(asked);
        return asked === null ? 'failed' : null;
      }),
    enter: (typed) =>
      act(async () => {
        const came = await approval.enter(typed);
        if (came === null) return 'failed';
        see(await approval.state());
        return came.result === 'given' || came.result === 'differs' ? null : came;
      }),
    openPage: () => act(async () => ((await approval.openPage()) ? null : 'page')),
  };
}
