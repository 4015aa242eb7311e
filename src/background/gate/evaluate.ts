import { type Approval, countsBy } from '../../domain/broadcast/approval/approval.ts';
import { isSameAs } from '../../domain/broadcast/approval/looked.ts';
import type { Attempt, Broadcast } from '../../domain/broadcast/broadcast.ts';
import type { Answer, Item } from '../../domain/broadcast/checklist.ts';
import type { NumberedFinding } from '../../domain/broadcast/checks/run-checks.ts';
import { customQuestion } from '../../domain/broadcast/custom-question.ts';
import type { PastBroadcast } from '../../domain/broadcast/finding.ts';
import { contentText } from '../../domain/broadcast/fingerprint.ts';
import type { Truth } from '../../domain/broadcast/judge-answer.ts';
import type { Sketch } from '../../domain/broadcast/sketch.ts';
import { weighBroadcast } from '../../domain/broadcast/weigh-broadcast.ts';
import type { BroadcastCounts } from '../../domain/journal/entry.ts';
import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import { sha256 } from '../../platform/digest.ts';
import { countsOf, fingerprintOf, keyedDigestOf } from './attempt-record.ts';
import type { GatePorts } from './gate-ports.ts';
import { rulesOfNow } from './rules-of-now.ts';

/** Most earlier broadcasts that a new one is compared with. */
const HISTORY = 50;

/** All that is known about an attempt at this moment. */
export interface Evaluation {
  readonly policy: GatePolicy;
  readonly findings: readonly NumberedFinding[];
  readonly items: readonly Item[];
  readonly truth: Truth;
  readonly fingerprint: string;
  readonly counts: BroadcastCounts;
  readonly sketch: Sketch;
}

/**
 * Judges an attempt anew, with the time, the settings and the history of now. Nothing is kept between two calls: the worker may
 * have been stopped, and what was right a minute ago need not be.
 * @param answers all that were given, where a broadcast is let go by them: then the rules have to be known surely, and a second
 * person's approval has to fit them; null: they are not known yet
 */
export async function evaluate(
  ports: GatePorts,
  attempt: Attempt,
  changedAfterApproval: boolean,
  answers: readonly Answer[] | null = null,
): Promise<Evaluation> {
  const { broadcast, page } = attempt;
  const [policy, history, known, testSeenAt, fingerprint] = await Promise.all([
    rulesOfNow(ports, broadcast.account, answers === null ? 'shortly' : 'until-known'),
    orElse(ports, [], historyOf(ports, broadcast)),
    orElse(ports, [], ports.accounts.all()),
    orElse(ports, null, testSeenAtOf(ports, broadcast)),
    fingerprintOf(broadcast, page.people),
  ]);
  const [approval, digest] = await Promise.all([
    ports.approvals.approvalFor(fingerprint),
    keyedDigestOf(ports, fingerprint),
  ]);
  const now = ports.clock.now();
  const otherAccounts = known.filter(({ id }) => id !== broadcast.account);
  const weighed = weighBroadcast({
    attempt,
    policy,
    now,
    history,
    otherAccounts,
    changedAfterApproval,
    testSeenAt,
  });
  const { findings, items, custom, values, links, sketch } = weighed;
  return {
    policy,
    findings,
    items: [...items, ...custom.map(customQuestion)],
    truth: {
      account: broadcast.account,
      people: page.people,
      schedule: broadcast.schedule,
      values,
      links,
      testSeenAt,
      custom,
      approval:
        approval !== null && countsBy(policy.approvers, approval.stage) && isAbout(approval, answers)
          ? approval.stage
          : null,
    },
    fingerprint,
    counts: countsOf(broadcast, page.people, digest),
    sketch,
  };
}

/** An approval counts for the answers to a supervisor's own questions with which the approver's were compared. */
function isAbout({ truth }: Approval, answers: readonly Answer[] | null): boolean {
  if (answers === null) return true;
  return isSameAs(
    truth.custom,
    answers.flatMap((answer) => ('given' in answer ? answer : [])),
  );
}

/**
 * What cannot be read is taken to be unknown: a broken store shall neither release a broadcast nor keep its checklist from
 * opening. Without a history nothing is usual, without known accounts none looks alike, and no test was seen.
 */
async function orElse<T>({ report }: GatePorts, unknown: T, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    report('read what a broadcast is judged by', error);
    return unknown;
  }
}

async function historyOf({ journal }: GatePorts, { account }: Broadcast): Promise<readonly PastBroadcast[]> {
  return account === null ? [] : journal.history(account, HISTORY);
}

/** The name under which a test of a broadcast's content is remembered, for its account alone. */
export function contentDigest(broadcast: Broadcast): Promise<string> {
  return sha256(`${broadcast.account ?? ''} ${contentText(broadcast)}`);
}

async function testSeenAtOf({ memory }: GatePorts, broadcast: Broadcast): Promise<number | null> {
  const [digest, tests] = await Promise.all([contentDigest(broadcast), memory.tests.all()]);
  return tests.find((test) => test.digest === digest)?.at ?? null;
}
