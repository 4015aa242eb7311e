import type { Attempt } from '../../domain/broadcast/broadcast.ts';
import type { Change } from '../../domain/broadcast/checklist.ts';
import { type Instant, SECOND } from '../../domain/clock.ts';
import type { RefusalReason } from '../../domain/journal/entry.ts';
import { doneSchema, releaseSchema } from '../../messaging/gate-protocol.ts';
import type { HeldRequest } from '../held-requests.ts';
import type { ManagerContext } from '../manager-context.ts';
import type { GateDialog, GatePorts } from './dialog/gate-ports.ts';
import { openGateDialog } from './dialog/open-gate-dialog.tsx';
import { GateWorker } from './gate-worker.ts';
import { newAttempt } from './new-attempt.ts';

/** A longer label is a sentence, and no button's. */
const LONGEST_LABEL = 40;

/** A wish to send, and the request that waits for it if there is one. */
export interface Wish {
  readonly attempt: Attempt;
  readonly held: HeldRequest | null;
  readonly changes: readonly Change[];
}

/** The attempt at hand. `over`: let go or refused; its dialog may still say how it ended. */
interface InHand extends Wish {
  readonly dialog: GateDialog;
  readonly ports: GateWorker;
  readonly end: AbortController;
  over: boolean;
}

/** Holds one attempt at a time: opens its checklist and ends what is held one way or the other. */
export class AttemptDesk {
  readonly #context: ManagerContext;
  readonly #signal: AbortSignal;
  #inHand: InHand | null = null;
  #passUntil: Instant = 0;
  /** Requests ask for the pass one after another: what the first has used up must not look forgotten to the second. */
  #redeeming: Promise<unknown> = Promise.resolve();

  constructor(context: ManagerContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
    const { document, gate, news, page } = context;
    gate.onHeld((request) => {
      if (request.kind === 'commit') void this.#take(request);
    }, signal);
    news.onAskFor((attempt) => this.#askFor(attempt), signal);
    news.onOutcome(({ attempt, outcome, status }) => {
      if (this.#inHand?.attempt.id === attempt) this.#inHand.dialog.showOutcome(outcome, status);
    }, signal);
    page.onPlace(() => this.#leave(), signal);
    document.defaultView?.addEventListener('pagehide', () => this.#leave(), { signal });
    signal.addEventListener('abort', () => this.#end('failed'), { once: true });
  }

  /** True while a checklist is open. */
  isAsking(): boolean {
    return this.#inHand !== null && !this.#inHand.over;
  }

  /** True while the press that was asked for once more may come. */
  isPassWaiting(): boolean {
    return this.#context.clock.now() < this.#passUntil;
  }

  /** Opens the checklist. What cannot be asked about is refused. */
  ask(wish: Wish): void {
    this.#inHand?.dialog.close();
    const end = new AbortController();
    const signal = AbortSignal.any([this.#signal, end.signal]);
    try {
      const ports = this.#ports(wish);
      this.#inHand = { ...wish, dialog: this.#openDialog(wish, ports, signal), ports, end, over: false };
    } catch (error) {
      console.error('Matta:', error);
      end.abort();
      this.#refuse(wish, 'failed');
      return;
    }
  }

  #openDialog(wish: Wish, ports: GatePorts, signal: AbortSignal): GateDialog {
    const { document, settings, clock } = this.#context;
    return openGateDialog({
      document,
      translate: settings.translate,
      languageTag: settings.languageTag(),
      clock,
      attempt: wish.attempt,
      afterwards: wish.held?.canWait === true ? 'goes-on' : 'press-again',
      ports,
      signal,
    });
  }

  async #take(held: HeldRequest): Promise<void> {
    const { isTop, page, worker } = this.#context;
    if (this.isAsking() || this.#signal.aborted) return held.refuse();
    const attempt = newAttempt('request', held.broadcast, page.facts());
    this.#learn();
    const redeemed = held.canWait ? await this.#redeemInTurn(attempt, held) : null;
    if (redeemed === 'released') return;
    if (!isTop) {
      held.refuse();
      await worker('askInPage', { attempt }, doneSchema);
      return;
    }
    if (this.isAsking() || held.gone.aborted || this.#signal.aborted) return held.refuse();
    this.ask({ attempt, held, changes: redeemed ?? [] });
  }

  #redeemInTurn(attempt: Attempt, held: HeldRequest): Promise<'released' | readonly Change[]> {
    const redeemed = this.#redeeming.then(() => this.#redeem(attempt, held));
    this.#redeeming = redeemed;
    return redeemed;
  }

  /** Lets the request go if its checklist has been answered already. Answers what has changed since, if that is why not. */
  async #redeem({ broadcast, page }: Attempt, held: HeldRequest): Promise<'released' | readonly Change[]> {
    const { nonce } = held;
    const redeem = () => this.#context.worker('redeemWaiting', { broadcast, page, nonce }, releaseSchema);
    let reply = await redeem();
    // A worker that was idle has been stopped, and its pass with it; the answers are still here.
    const isForgotten = reply.ok && reply.value.result === 'no-pass' && this.isPassWaiting();
    if (isForgotten && (await this.#inHand?.ports.renewPass()) === true) reply = await redeem();
    if (!reply.ok || reply.value.result === 'no-pass') return [];
    this.#passUntil = 0;
    if (reply.value.result === 'changed') return reply.value.changes;
    held.release();
    return 'released';
  }

  #askFor(attempt: Attempt): void {
    if (this.isAsking()) return;
    const page = this.#context.page.facts();
    this.ask({ attempt: { ...attempt, page }, held: null, changes: [] });
  }

  #ports(wish: Wish): GateWorker {
    return new GateWorker(this.#context, wish, {
      onReleased: (waitsForSeconds) => {
        if (this.#inHand !== null) this.#inHand.over = true;
        if (waitsForSeconds !== null) this.#passUntil = this.#context.clock.now() + waitsForSeconds * SECOND;
      },
      onCancelled: (why) => this.#end(why),
    });
  }

  /** The page was left, or shows something else now. */
  #leave(): void {
    this.#end('left');
  }

  #end(why: RefusalReason): void {
    const current = this.#inHand;
    if (current === null || current.over) return;
    current.over = true;
    this.#refuse(current, why);
    if (why === 'left' || this.#signal.aborted) current.end.abort();
  }

  #refuse({ attempt: { id, broadcast }, held }: Wish, why: RefusalReason): void {
    held?.refuse();
    void this.#context.worker('endAttempt', { id, account: broadcast.account, why }, doneSchema);
  }

  /** What was pressed a moment ago sends. */
  #learn(): void {
    const { page, settings, worker } = this.#context;
    const label = page.lastPressedLabel();
    if (
      label === null ||
      label.length > LONGEST_LABEL ||
      settings.current()?.sendLabels.includes(label) === true
    )
      return;
    void worker('learnSendLabel', { label }, doneSchema);
  }
}
