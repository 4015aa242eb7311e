import type { Instant } from '../../../domain/clock.ts';
import type { Visibility } from './sight.ts';

/** For how long the dialog has to be seen before anything counts, in milliseconds. */
export const SEEN_FOR_MS = 300;
/** After opening, and when questions appear, a stray second press is on its way for this long, in milliseconds. */
export const SETTLE_MS = 500;

/** What would do something in the dialog. */
const GUARDED_EVENTS = ['click', 'auxclick', 'keydown', 'beforeinput', 'input', 'change'] as const;

/** What is looked at when an event comes. */
export interface Circumstances {
  readonly now: Instant;
  /** When the dialog was opened, or questions appeared. */
  readonly settledFrom: Instant;
  readonly isDocumentVisible: boolean;
  readonly isOpen: boolean;
  readonly visibility: Visibility;
  readonly hasExpectedSize: boolean;
  readonly isHit: (x: number, y: number) => boolean;
}

/** `count`: it is a person's, who sees what is shown. `drop`: it does not count. `covered`: nor does it, and something hides the dialog. */
export type Judgement = 'count' | 'drop' | 'covered';

/**
 * Whether an event in the dialog is what a person does who sees the dialog (evidence: security-scale.md §3.1). Escape always
 * counts: to go back is never wrong.
 */
export function judgeEvent(event: Event, circumstances: Circumstances): Judgement {
  if (!event.isTrusted) return 'drop';
  if (isEscape(event)) return 'count';
  const { now, settledFrom, isDocumentVisible, isOpen, visibility, hasExpectedSize } = circumstances;
  if (!isDocumentVisible) return 'drop';
  if (!isOpen || !hasExpectedSize || visibility === 'covered' || isBeside(event, circumstances))
    return 'covered';
  if (visibility === 'unknown' || isWithin(now - visibility.since, SEEN_FOR_MS)) return 'drop';
  return isWithin(now - settledFrom, SETTLE_MS) ? 'drop' : 'count';
}

/**
 * Lets through what counts and keeps everything else from the dialog's own listeners.
 *
 * @param onJudged is called with the judgement of each event; one that does not count may have changed a field already
 */
export function guardEvents(
  root: ShadowRoot,
  circumstances: () => Circumstances,
  onJudged: (judgement: Judgement, event: Event) => void,
  signal: AbortSignal,
): void {
  const judge = (event: Event) => {
    const judgement = judgeEvent(event, circumstances());
    if (judgement !== 'count') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    onJudged(judgement, event);
  };
  for (const type of GUARDED_EVENTS) root.addEventListener(type, judge, { capture: true, signal });
}

function isEscape(event: Event): boolean {
  return event instanceof KeyboardEvent && event.key === 'Escape';
}

/** A press with the mouse or a finger at a point that is not the dialog's. Presses by keyboard have no place. */
function isBeside(event: Event, { isHit }: Circumstances): boolean {
  return event instanceof MouseEvent && event.detail > 0 && !isHit(event.clientX, event.clientY);
}

/** A clock that was set back must not lock the dialog until it has caught up. */
function isWithin(passedMs: number, leastMs: number): boolean {
  return passedMs >= 0 && passedMs < leastMs;
}
