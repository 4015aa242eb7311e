import * as v from 'valibot';
import { type Answer, type Reason, type Sheet, sheetSchema } from '../../domain/broadcast/checklist.ts';
import type { PassId } from '../../domain/broadcast/pass-book.ts';
import { SECOND } from '../../domain/clock.ts';
import { gateVerbs } from '../../messaging/gate-protocol.ts';
import type { ManagerContext } from '../manager-context.ts';
import type { Wish } from './attempt-desk.ts';
import type {
  AnswerVerdict,
  CancelReason,
  Completion,
  GatePorts,
  OverrideResult,
  Released,
  ReleaseResult,
} from './dialog/gate-ports.ts';

/** How long a pass waits for the press that is asked for once more: its whole life. */
const PASS_SECONDS = 120;
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
  readonly #worker: ManagerContext['worker'];
  readonly #wish: Wish;
  readonly #ends: GateEnds;
  #given: Given | null = null;
  #pass: PassId | null = null;

  constructor({ worker }: Pick<ManagerContext, 'worker'>, wish: Wish, ends: GateEnds) {
    this.#worker = worker;
    this.#wish = wish;
    this.#ends = ends;
  }

  async open(): Promise<Sheet | null> {
    const { attempt, changes } = this.#wish;
    const reply = await this.#worker('openAttempt', { attempt, changes: [...changes] }, sheetSchema);
    return reply.ok ? reply.value : null;
  }

  async answer(answer: Answer): Promise<AnswerVerdict> {
    const { attempt } = this.#wish;
    const reply = await this.#worker('answerItem', { attempt, answer }, gateVerbs.answerItem.answer);
    return reply.ok ? reply.value.verdict : 'failed';
  }

  complete(answers: readonly Answer[], reasons: readonly Reason[], tookMs: number): Promise<Completion> {
    const given = { answers, reasons, tookMs };
    this.#given = given;
    return this.#complete(given);
  }

  async release(): Promise<ReleaseResult> {
    const result = await this.#release();
    if (result.kind !== 'no-pass' || this.#given === null) return result;
    // A worker that was stopped meanwhile has forgotten the pass; the answers are still here.
    const completion = await this.#complete(this.#given);
    return completion.kind === 'complete' ? this.#release() : result;
  }

  async override(reason: string): Promise<OverrideResult> {
    const { attempt, held } = this.#wish;
    const request = { attempt, reason, nonce: held?.nonce ?? null };
    const reply = await this.#worker('overrideAttempt', request, secondsSchema);
    if (!reply.ok) return { kind: 'failed' };
    return held === null ? this.#released(reply.value.seconds) : this.#letHeldGo();
  }

  cancel(why: CancelReason): void {
    this.#ends.onCancelled(why);
  }

  async #complete({ answers, reasons, tookMs }: Given): Promise<Completion> {
    const { attempt } = this.#wish;
    const request = { attempt, answers: [...answers], reasons: [...reasons], tookMs };
    const reply = await this.#worker('completeAttempt', request, gateVerbs.completeAttempt.answer);
    if (!reply.ok) return { kind: 'failed' };
    this.#pass = reply.value.pass;
    return this.#pass === null ? { kind: 'open', open: reply.value.open } : { kind: 'complete' };
  }

  async #release(): Promise<ReleaseResult> {
    const { attempt, held } = this.#wish;
    const pass = this.#pass;
    if (pass === null) return { kind: 'no-pass' };
    if (held !== null) return this.#releaseHeld(pass, held.nonce);
    // The press comes by a way that the network gate sees, and asks for the pass itself.
    if (attempt.source !== 'lock') return this.#released(PASS_SECONDS);
    const reply = await this.#worker('armNextPress', { attempt, pass }, secondsSchema);
    return reply.ok ? this.#released(reply.value.seconds) : { kind: 'failed' };
  }

  async #releaseHeld(pass: PassId, nonce: NonNullable<Wish['held']>['nonce']): Promise<ReleaseResult> {
    const request = { attempt: this.#wish.attempt, pass, nonce };
    const reply = await this.#worker('releaseRequest', request, gateVerbs.releaseRequest.answer);
    if (!reply.ok) return { kind: 'failed' };
    switch (reply.value.result) {
      case 'armed':
        return this.#letHeldGo();
      case 'changed':
        return { kind: 'changed', changes: reply.value.changes };
      case 'no-pass':
        return { kind: 'no-pass' };
    }
  }

  /** The request that waits goes on; one that could not wait may come again. */
  #letHeldGo(): Released {
    const { held } = this.#wish;
    if (held?.canWait === true) {
      held.release();
      return this.#released(null);
    }
    held?.letNext(SAME_REQUEST_SECONDS * SECOND);
    return this.#released(SAME_REQUEST_SECONDS);
  }

  #released(seconds: number | null): Released {
    this.#ends.onReleased(seconds);
    return { kind: 'released', seconds };
  }
}
