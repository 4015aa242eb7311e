import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SECOND } from '../../../../domain/clock.ts';
import type { ApprovalAnswer, ApprovalState } from '../../../../messaging/approval-protocol.ts';
import type { AnswerSheet } from '../answer-sheet.ts';
import { useGate } from '../gate-context.ts';
import { hasAnswered, ownAnswers } from './own-answers.ts';

/** How often it is looked whether the approver has answered, in another tab of this browser. */
const LOOK_EVERY_MS = 2 * SECOND;

/**
 * Why the last press led to nothing: an answer of the worker's, or none (`failed`); `ended`: the request is over; `answers-first`:
 * something is open with which the approver's answers are compared.
 */
export type ApprovalTrouble =
  | ApprovalAnswer
  | 'failed'
  | 'page'
  | 'ended'
  | 'answers-first'
  | 'no-brief'
  | 'no-copy';

/** How far the approval is, and what can be done about it. */
export interface FollowedApproval {
  /** Null until the worker has said it. */
  readonly state: ApprovalState | null;
  readonly trouble: ApprovalTrouble | null;
  readonly isBusy: boolean;
  readonly ask: (operator: string) => void;
  readonly enter: (typed: string) => void;
  /** Puts what an approver at another computer is shown into the clipboard. */
  readonly copy: () => void;
  /** It is there, since the last press. */
  readonly isCopied: boolean;
  readonly openPage: () => void;
}

/** Follows the approval of what is about to be sent; once it is given, that is the item's answer. */
export function useApproval(answers: AnswerSheet): FollowedApproval {
  const { options, words } = useGate();
  const { approval } = options.ports;
  const [state, setState] = useState<ApprovalState | null>(null);
  const [trouble, setTrouble] = useState<ApprovalTrouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const last = useRef(state);
  const own = ownAnswers(answers);
  const see = (seen: ApprovalState | null) => {
    if (seen === null) return;
    const wasOpen = last.current?.kind === 'asked' || last.current?.kind === 'given';
    if (wasOpen && seen.kind === 'none') setTrouble('ended');
    // Somebody has put an answer back as it was.
    if (seen.kind !== 'none') setTrouble((had) => (had === 'ended' ? null : had));
    last.current = seen;
    setState(seen);
  };

  const isGiven = state?.kind === 'given';
  const compared = JSON.stringify(own);
  useLayoutEffect(() => {
    let isShown = true;
    const look = () => void approval.state(own).then((seen) => isShown && see(seen));
    look();
    const timer = isGiven ? undefined : setInterval(look, LOOK_EVERY_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [approval, answers, isGiven, compared]);
  useLayoutEffect(() => {
    const isAnswered = answers.stateOf('second-person') === 'right';
    if (state?.kind === 'given' && !isAnswered)
      void answers.give({ item: 'second-person', person: state.person });
    if (state !== null && state.kind !== 'given') answers.withdraw('second-person');
  }, [state, answers]);

  const act = (work: () => Promise<ApprovalTrouble | null>) => {
    setTrouble(null);
    setCopied(false);
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
    isCopied,
    ask: (operator) =>
      act(async () => {
        if (!hasAnswered(answers)) return 'answers-first';
        const asked = await approval.ask(operator, own);
        see(asked);
        return asked === null ? 'failed' : null;
      }),
    enter: (typed) =>
      act(async () => {
        const came = await approval.enter(typed, own);
        if (came === null) return 'failed';
        see(await approval.state(own));
        return came.result === 'given' || came.result === 'differs' ? null : came;
      }),
    copy: () =>
      act(async () => {
        const line = await approval.brief(own);
        if (line === null) return 'no-brief';
        const isDone = await copied(`${words.t('gateSecondBriefHead')}\n${line}`);
        setCopied(isDone);
        return isDone ? null : 'no-copy';
      }),
    openPage: () => act(async () => ((await approval.openPage()) ? null : 'page')),
  };
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
