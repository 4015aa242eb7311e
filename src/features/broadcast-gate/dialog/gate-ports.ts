import type { Attempt } from '../../../domain/broadcast/broadcast.ts';
import type { Answer, Change, Reason, Sheet, StillOpen } from '../../../domain/broadcast/checklist.ts';
import type { WayOut, WayOutTyped } from '../../../domain/broadcast/way-out.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { Outcome } from '../../../domain/journal/entry.ts';
import type { Translate } from '../../../platform/i18n.ts';
import type { ApprovalPorts } from './approval-ports.ts';

/** What the worker says of one answer; `failed`: it did not say anything. */
export type AnswerVerdict = 'right' | 'wrong' | 'incomplete' | 'failed';

export type Completion =
  | { readonly kind: 'complete' }
  | { readonly kind: 'open'; readonly open: StillOpen }
  | { readonly kind: 'failed' };

/** `seconds`: within how many the operator has to press once more; null where the held request itself goes on. */
export type Released = { readonly kind: 'released'; readonly seconds: number | null };

export type ReleaseResult =
  | Released
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'no-pass' }
  | { readonly kind: 'failed' };

/** `refused`: the rules do not allow it like this; `wayOut` is what they say now. */
export type OverrideResult =
  | Released
  | { readonly kind: 'refused'; readonly wayOut: WayOut }
  | { readonly kind: 'failed' };

/** How the operator, or a failure, ended the attempt. */
export type CancelReason = 'cancelled' | 'stopped' | 'failed';

/** What the dialog asks of the gate. None of these rejects; a rejection counts as `failed`. */
export interface GatePorts {
  /** The checklist of this attempt; null when the worker did not answer. */
  open(): Promise<Sheet | null>;
  answer(answer: Answer): Promise<AnswerVerdict>;
  complete(answers: readonly Answer[], reasons: readonly Reason[], tookMs: number): Promise<Completion>;
  /** After the cool-down. */
  release(): Promise<ReleaseResult>;
  /** The way out, after its cool-down. */
  override(typed: WayOutTyped): Promise<OverrideResult>;
  readonly approval: ApprovalPorts;
  /** The held request is refused. */
  cancel(why: CancelReason): void;
}

export interface GateDialogOptions {
  readonly document: Document;
  readonly translate: Translate;
  /** BCP 47 tag of the texts, for dates and numbers; empty for the browser's own language. */
  readonly languageTag: string;
  readonly clock: Clock;
  readonly attempt: Attempt;
  /** `goes-on`: the held request is released. `press-again`: the operator has to press 配信 once more. */
  readonly afterwards: 'goes-on' | 'press-again';
  readonly ports: GatePorts;
  /** Its end closes the dialog without a trace. */
  readonly signal: AbortSignal;
}

/** The checklist on the page. */
export interface GateDialog {
  /** The element on the page; `data-phase` says how far the attempt has come. */
  readonly host: HTMLElement;
  /** What became of a broadcast that was let go; `status` is the HTTP status where there was an answer. */
  showOutcome(outcome: Outcome, status: number | null): void;
  /** Closes without a word and without cancelling. */
  close(): void;
}
