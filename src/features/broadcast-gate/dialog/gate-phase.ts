import type { AnswerSheet } from './answer-sheet.ts';
import type { CancelReason } from './gate-ports.ts';

/** Where one attempt stands. `released` and `refused` are ends of the dialog. */
export type Phase =
  | { readonly name: 'checking'; readonly silent: boolean }
  | { readonly name: 'asking'; readonly answers: AnswerSheet; readonly trouble: Trouble | null }
  | CoolingPhase
  | { readonly name: 'released'; readonly seconds: number | null }
  | { readonly name: 'refused'; readonly why: CancelReason };

/** The last seconds. Without answers where there was no checklist. */
export interface CoolingPhase {
  readonly name: 'cooling';
  readonly answers: AnswerSheet | null;
  /** 0: it cannot be stopped any more. */
  readonly secondsLeft: number;
  /** By the way out, without finishing the checklist. */
  readonly isOverride: boolean;
}

/** Why the final button led back to the questions. */
export type Trouble = 'complete' | 'reopened' | 'no-pass' | 'release' | 'refused';
