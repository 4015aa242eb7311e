import type { Attempt } from '../../domain/broadcast/broadcast.ts';
import type { Answer, Reason } from '../../domain/broadcast/checklist.ts';
import { isUnverified, judgeAnswer } from '../../domain/broadcast/judge-answer.ts';
import { keptOfAnswer } from '../../domain/broadcast/judge-custom-answer.ts';
import { stillOpen } from '../../domain/broadcast/still-open.ts';
import { DONE } from '../../messaging/gate-protocol.ts';
import type { Handlers } from '../../messaging/serve.ts';
import { sha256 } from '../../platform/digest.ts';
import { type About, withExcerpt, writeEvent } from './attempt-record.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { GatePorts } from './gate-ports.ts';
import { tabOf, tabOfTop } from './manager-sender.ts';
import type { PassDesk } from './pass-desk.ts';
import { wayOutOf } from './way-out-answers.ts';

/** What is asked about a broadcast, and what comes of the answers. */
export function checklistAnswers(
  ports: GatePorts,
  desk: PassDesk,
): Pick<Handlers, 'openAttempt' | 'answerItem' | 'completeAttempt' | 'endAttempt'> {
  const reportFailure = (error: unknown) => ports.report('write into the journal', error);
  return {
    openAttempt: async ({ attempt, changes }, sender) => {
      ports.reassertLock();
      const evaluation = await evaluate(ports, attempt, desk.isApprovalOvertaken(tabOfTop(sender)));
      // Who cannot be written about can still be asked; only a release needs the journal.
      await noteOpened(ports, attempt, evaluation, changes).catch(reportFailure);
      const { items, findings, policy } = evaluation;
      return {
        items: [...items],
        findings: findings.map((finding) => ({ ...finding, values: [...finding.values] })),
        changes,
        coolDownSeconds: policy.coolDownSeconds,
        wayOut: wayOutOf(policy),
      };
    },
    answerItem: async ({ attempt, answer }, sender) => {
      const { truth } = await evaluate(ports, attempt, desk.isApprovalOvertaken(tabOfTop(sender)));
      const verdict = judgeAnswer(answer, truth);
      if (verdict === 'right') await noteAnswered(ports, attempt, answer, truth).catch(reportFailure);
      if (verdict === 'wrong') await noteWrong(ports, attempt, answer).catch(reportFailure);
      return { verdict };
    },
    completeAttempt: async ({ attempt, answers, reasons, tookMs }, sender) => {
      const tabId = tabOfTop(sender);
      const isOvertaken = desk.isApprovalOvertaken(tabId);
      const evaluation = await evaluate(ports, attempt, isOvertaken, answers);
      const { items, findings, truth, fingerprint } = evaluation;
      const { items: openItems, findings: openFindings } = stillOpen(
        items,
        findings,
        answers,
        reasons,
        truth,
      );
      const open = { items: [...openItems], findings: [...openFindings] };
      if (open.items.length + open.findings.length > 0) {
        await noteBlocks(ports, attempt, evaluation);
        return { pass: null, open };
      }
      for (const answer of answers) await noteAnswered(ports, attempt, answer, truth);
      const entry = releasedEntry(attempt, evaluation, reasons, tookMs);
      return { pass: desk.issue(tabId, { attempt, fingerprint, entry }), open };
    },
    endAttempt: async ({ id, account, why }, sender) => {
      desk.end(tabOf(sender), id);
      await writeEvent(ports, { attempt: id, account }, { kind: 'refused', why }, 'refused');
      return DONE;
    },
  };
}

function aboutOf({ id, broadcast }: Attempt): About {
  return { attempt: id, account: broadcast.account };
}

async function noteOpened(
  ports: GatePorts,
  attempt: Attempt,
  evaluation: Evaluation,
  changes: Parameters<Handlers['openAttempt']>[0]['changes'],
): Promise<void> {
  const { source, page } = attempt;
  const { recognised } = page;
  const about = aboutOf(attempt);
  const { counts: broadcast, items, findings } = evaluation;
  await writeEvent(ports, about, { kind: 'attempted', source, recognised, broadcast }, 'attempted');
  if (!recognised) await writeEvent(ports, about, { kind: 'unrecognised', place: source }, 'unrecognised');
  const asked = { items: items.map(({ name }) => name), findings: findings.map(({ id }) => id), changes };
  await writeEvent(ports, about, { kind: 'asked', ...asked }, 'asked');
  await noteBlocks(ports, attempt, evaluation);
}

async function noteBlocks(ports: GatePorts, attempt: Attempt, { findings }: Evaluation): Promise<void> {
  for (const { id, level } of findings) {
    if (level === 'block')
      await writeEvent(ports, aboutOf(attempt), { kind: 'caught', by: id }, `caught:${id}`);
  }
}

async function noteAnswered(
  ports: GatePorts,
  attempt: Attempt,
  answer: Answer,
  truth: Evaluation['truth'],
): Promise<void> {
  const { item } = answer;
  const unverified = isUnverified(item, truth);
  const value = 'given' in answer ? keptOfAnswer(answer, truth.custom) : undefined;
  const event = { kind: 'answered', item, unverified, ...(value === undefined ? {} : { value }) } as const;
  await writeEvent(ports, aboutOf(attempt), event, `answered:${item}${value ?? ''}`);
}

/** The same wrong answer is one mistake, however often it is told; another one is another. */
async function noteWrong(ports: GatePorts, attempt: Attempt, answer: Answer): Promise<void> {
  const which = await sha256(JSON.stringify(answer));
  const event = { kind: 'caught', by: answer.item } as const;
  await writeEvent(ports, aboutOf(attempt), event, `caught:${answer.item}:${which}`);
}

function releasedEntry(
  { broadcast }: Attempt,
  { counts, sketch, findings, items, truth, policy }: Evaluation,
  reasons: readonly Reason[],
  tookMs: number,
) {
  const given = findings.flatMap(({ id, check, level }) => {
    const reason = level === 'warn' ? reasons.findLast(({ finding }) => finding === id) : undefined;
    return reason === undefined ? [] : [{ check, text: reason.text }];
  });
  const isApproved = items.some(({ name }) => name === 'second-person');
  return {
    kind: 'released' as const,
    broadcast: withExcerpt(counts, broadcast, policy.journalExcerpt),
    sketch: [...sketch],
    reasons: given,
    person: isApproved ? (truth.approval?.person ?? null) : null,
    tookMs,
  };
}
