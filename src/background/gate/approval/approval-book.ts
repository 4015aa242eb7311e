import {
  APPROVAL_LIFE_MS,
  type Approval,
  type ApprovalId,
  type ApprovalStage,
  approvalFor,
  type GivenApproval,
  isApprovalOver,
  openRequestFor,
} from '../../../domain/broadcast/approval/approval.ts';
import type { ApprovalLook } from '../../../domain/broadcast/approval/look.ts';
import type { Clock, Instant } from '../../../domain/clock.ts';
import type { ApprovalState } from '../../../messaging/approval-protocol.ts';
import { oneAfterAnother } from '../../../platform/one-after-another.ts';
import type { GateMemory } from '../../../storage/gate-memory.ts';
import type { StorageArea } from '../../../storage/storage-area.ts';
import type { Report } from '../../ports.ts';

const MOST_LOOKS = 10;

/** Stands in the storage of the session once the approvals of earlier ones are forgotten. */
const BEGUN = 'approvals-begun';

interface BookPorts extends Pick<GateMemory, 'approvals'> {
  readonly clock: Clock;
  /** `storage.session` */
  readonly session: StorageArea;
  readonly report: Report;
}

/**
 * Requests for approval and what became of them. They outlive the worker, which sleeps while two people telephone, and not the browser.
 * Where they cannot be read there are none, and the second person has to be asked again.
 */
export class ApprovalBook {
  readonly #approvals: GateMemory['approvals'];
  readonly #clock: Clock;
  readonly #session: StorageArea;
  readonly #report: Report;
  #begun: Promise<void> | null = null;
  readonly #inTurn = oneAfterAnother();
  /** What is shown of the messages of requests: lost with the worker, for it is text. */
  readonly #looks = new Map<ApprovalId, ApprovalLook>();

  constructor({ approvals, clock, session, report }: BookPorts) {
    this.#approvals = approvals;
    this.#clock = clock;
    this.#session = session;
    this.#report = report;
  }

  /** The approval that holds for exactly this broadcast; null when there is none. */
  async approvalFor(fingerprint: string): Promise<GivenApproval | null> {
    return approvalFor(await this.#all(), fingerprint, this.#clock.now());
  }

  /** The newest request for a broadcast; null when it has to be asked for. */
  async requestFor(fingerprint: string): Promise<Approval | null> {
    return openRequestFor(await this.#all(), fingerprint, this.#clock.now());
  }

  /** What waits for an answer, the newest first. */
  async asked(): Promise<readonly Approval[]> {
    const now = this.#clock.now();
    const all = await this.#all();
    return all.filter((one) => one.stage.name === 'asked' && !isApprovalOver(one, now)).toReversed();
  }

  /** Begins a request. An earlier one for the same broadcast that waits still is answered by nobody any more. */
  begin(request: Approval): Promise<void> {
    return this.#inTurn(async () => {
      await this.#begin();
      await this.#approvals.remove(
        ({ fingerprint, stage }) => fingerprint === request.fingerprint && stage.name === 'asked',
      );
      await this.#approvals.put(request);
    });
  }

  keepLook(id: ApprovalId, look: ApprovalLook): void {
    this.#looks.set(id, look);
    const [oldest] = this.#looks.keys();
    if (oldest !== undefined && this.#looks.size > MOST_LOOKS) this.#looks.delete(oldest);
  }

  /** Null where this worker has not seen the broadcast. */
  lookOf(id: ApprovalId): ApprovalLook | null {
    return this.#looks.get(id) ?? null;
  }

  /** Takes a request that waits for an answer a step further; false when it does not wait any more. */
  settle(
    id: ApprovalId,
    stage: Exclude<ApprovalStage, { readonly name: 'asked' | 'used' }>,
  ): Promise<boolean> {
    return this.#inTurn(async () => {
      const waiting = (await this.asked()).find((one) => one.id === id);
      if (waiting === undefined) return false;
      await this.#approvals.put({ ...waiting, stage });
      return true;
    });
  }

  /**
   * Uses up the approval of a broadcast; false when there is none left.
   * @param by the request or press it is used for: the same one may ask again
   */
  use(fingerprint: string, by: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const all = await this.#all();
      const now = this.#clock.now();
      const isUsedBySame = ({ stage, ...one }: Approval) =>
        one.fingerprint === fingerprint && stage.name === 'used' && stage.by === by;
      if (all.some((one) => isUsedBySame(one) && !isApprovalOver(one, now))) return true;
      const given = approvalFor(all, fingerprint, now);
      if (given === null) return false;
      await this.#approvals.put({ ...given, stage: { name: 'used', person: given.stage.person, by } });
      return true;
    });
  }

  /** Forgets what was asked before the browser was started, for which nobody waits any more; looked at once in a worker's life. */
  #begin(): Promise<void> {
    this.#begun ??= this.#forgetEarlier().catch((error: unknown) => {
      this.#begun = null;
      throw error;
    });
    return this.#begun;
  }

  async #forgetEarlier(): Promise<void> {
    if ((await this.#session.get(BEGUN))[BEGUN] === true) return;
    await this.#approvals.remove(() => true);
    await this.#session.set({ [BEGUN]: true });
  }

  /** All that are not over. What is seen to be over is forgotten, so that a clock that is set back does not bring it back. */
  async #all(): Promise<readonly Approval[]> {
    const now = this.#clock.now();
    try {
      await this.#begin();
      const all = await this.#approvals.all();
      if (!all.some((one) => isApprovalOver(one, now))) return all;
      await this.#approvals.remove((one) => isApprovalOver(one, now));
      return await this.#approvals.all();
    } catch (error) {
      this.#report('read approvals', error);
      return [];
    }
  }
}

/** A request as the checklist shows it. What was used says nothing any more: it has to be asked for anew. */
export function stateOf(request: Approval | null): ApprovalState {
  if (request === null) return { kind: 'none' };
  const { id, code, askedAt, stage } = request;
  const endsAt: Instant = askedAt + APPROVAL_LIFE_MS;
  switch (stage.name) {
    case 'asked':
      return { kind: 'asked', id, code, endsAt };
    case 'given':
      return { kind: 'given', person: stage.person, isVerified: stage.isVerified };
    case 'differs':
      return { kind: 'differs', person: stage.person };
    case 'practised':
      return { kind: 'practised' };
    case 'sent-back':
      return { kind: 'sent-back', person: stage.person, reason: stage.reason };
    case 'used':
      return { kind: 'none' };
  }
}
