import * as v from 'valibot';
import { type Answer, type Reason, type Sheet, sheetSchema } from '../../domain/broadcast/checklist.ts';
import type { PassId } from '../../domain/broadcast/pass-book.ts';
import type { WayOutTyped } from '../../domain/broadcast/way-out.ts';
import { type Instant, MINUTE, SECOND } from '../../domain/clock.ts';
import { gateVerbs } from '../../messaging/gate-protocol.ts';
import type { HeldRequest } from '../held-requests.ts';
import type { ManagerContext } from '../manager-context.ts';
import { ApprovalWorker } from './approval-worker.ts';
import type { Wish } from './attempt-desk.ts';
import type { ApprovalPorts } from './dialog/approval-ports.ts';
import type {
  AnswerVerdict,
  CancelReason,
  Completion,
  GatePorts,
  OverrideResult,
  Released,
  ReleaseResult,
} from './dialog/gate-ports.ts';

/** How long a pass lives, in which the press that is asked for once more has to come: as in domain/broadcast/pass-book.ts. */
const PASS_LIFE_MS = 2 * MINUTE;
/** How long the browser's lock stays open for the very request that was refused before. */
const SAME_REQUEST_SECONDS = 15;

const secondsSchema = v.object({ seconds: v.number() });

export interface GateEnds {
  /** With how many seconds for another press; null when the request itself went on. */
  readonly onReleased: (waitsForSeconds: number | null) => void;
  readonly onCancelled: (why: CancelReason) => void;
}

/** All answers as they were given at the end, to give them again should the worker have forgotten. */
interface Given {
  readonly answers: readonly Answer[];
  readonly reasons: readonly Reason[];
  readonly tookMs: number;
}

/** What the dialog asks, asked of the worker and of the request that waits. */
export class GateWorker implements GatePorts {
  readonly approval: ApprovalPorts;
  readonly #context: Pick<ManagerContext, 'worker' | 'clock' | 'settings'>;
  readonly #wish: Wish;
  readonly #ends: GateEnds;
  #given: Given | null = null;
  #pass: PassId | null = null;
  #passFrom: Instant = 0;

  constructor(context: Pick<ManagerContext, 'worker' | 'clock' | 'settings'>, wish: Wish, ends: GateEnds) {
    this.#context = context;
    this.#wish = wish;
    this.approval = new ApprovalWorker(context.worker, wish.attempt);
    this.#ends = ends;
  }

  async open(): Promise<Sheet | null> {
    const { attempt, changes } = this.#wish;
    const reply = await this.#context.worker('openAttempt', { attempt, changes: [...changes] }, sheetSchema);
    return reply.ok ? reply.value : null;
  }

  async answer(answer: Answer): Promise<AnswerVerdict> {
    const { attempt } = this.#wish;
    const reply = await this.#context.worker('answerItem', { attempt, answer }, gateVerbs.answerItem.answer);
    return reply.ok ? reply.value.verdict : 'failed';
  }

  complete(answers: readonly Answer[], reasons: readonly Reason[], tookMs: number): Promise<Completion> {
    const given = { answers, reasons, tookMs };
    this.#given = given;
    return this.#complete(given);
  }

  /** Gives the same answers once more, for a pass that the worker has forgotten; false where they do not suffice any more. */
  async renewPass(): Promise<boolean> {
    return this.#given !== null && (await this.#complete(this.#given)).kind === 'complete';
  }

  async release(): Promise<ReleaseResult> {
    const result = await this.#release();
    // A worker that was stopped meanwhile has forgotten the pass; the answers are still here.
    return result.kind === 'no-pass' && (await this.renewPass()) ? this.#release() : result;
  }

  async override({ reason, person }: WayOutTyped): Promise<OverrideResult> {
    const { attempt } = this.#wish;
    const held = this.#held();
    const named = person === null ? {} : { person };
    const request = { attempt, reason, ...named, nonce: held?.nonce ?? null };
    const { answer } = gateVerbs.overrideAttempt;
    const reply = await this.#context.worker('overrideAttempt', request, answer);
    if (!reply.ok) return { kind: 'failed' };
    if (reply.value.result === 'refused') return { kind: 'refused', wayOut: reply.value.wayOut };
    return held === null ? this.#released(reply.value.seconds) : this.#letGo(held);
  }

  cancel(why: CancelReason): void {
    this.#ends.onCancelled(why);
  }

  async #complete({ answers, reasons, tookMs }: Given): Promise<Completion> {
    const { attempt } = this.#wish;
    const request = { attempt, answers: [...answers], reasons: [...reasons], tookMs };
    const reply = await this.#context.worker('completeAttempt', request, gateVerbs.completeAttempt.answer);
    if (!reply.ok) return { kind: 'failed' };
    this.#pass = reply.value.pass;
    this.#passFrom = this.#context.clock.now();
    return this.#pass === null ? { kind: 'open', open: reply.value.open } : { kind: 'complete' };
  }

  async #release(): Promise<ReleaseResult> {
    const { attempt } = this.#wish;
    const held = this.#held();
    const pass = this.#pass;
    if (pass === null) return { kind: 'no-pass' };
    if (held !== null) return this.#releaseHeld(pass, held);
    if (this.#isSeenByGate()) return this.#released(this.#passSeconds());
    const reply = await this.#context.worker('armNextPress', { attempt, pass }, secondsSchema);
    return reply.ok ? this.#released(reply.value.seconds) : { kind: 'failed' };
  }

  async #releaseHeld(pass: PassId, held: HeldRequest): Promise<ReleaseResult> {
    const request = { attempt: this.#wish.attempt, pass, nonce: held.nonce };
    const reply = await this.#context.worker('releaseRequest', request, gateVerbs.releaseRequest.answer);
    if (!reply.ok) return { kind: 'failed' };
    switch (reply.value.result) {
      case 'armed':
        return this.#letGo(held);
      case 'changed':
        return { kind: 'changed', changes: reply.value.changes };
      case 'no-pass':
        return { kind: 'no-pass' };
    }
  }

  /** The request that waits goes on; one that could not wait may come again. */
  #letGo(held: HeldRequest): Released {
    if (held.canWait) {
      held.release();
      return this.#released(null);
    }
    held.letNext(SAME_REQUEST_SECONDS * SECOND);
    return this.#released(SAME_REQUEST_SECONDS);
  }

  /** The request that waits; null where none does, or the page has given it up while its checklist was answered. */
  #held(): HeldRequest | null {
    const { held } = this.#wish;
    return held?.gone.aborted === true ? null : held;
  }

  /** True when the press that is asked for leads to a request that the network gate holds, which asks for the pass itself. */
  #isSeenByGate(): boolean {
    const mode = this.#context.settings.current()?.network ?? 'enforce';
    return this.#wish.attempt.source !== 'lock' && mode === 'enforce';
  }

  #passSeconds(): number {
    const leftMs = this.#passFrom + PASS_LIFE_MS - this.#context.clock.now();
    return Math.max(0, Math.floor(leftMs / SECOND));
  }

  #released(seconds: number | null): Released {
    this.#ends.onReleased(seconds);
    return { kind: 'released', seconds };
  }
}
