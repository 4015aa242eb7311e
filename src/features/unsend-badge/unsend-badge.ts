import type { FeatureContext } from '../feature.ts';
import { BADGE_NAME } from './badge.ts';
import { BadgeBoard } from './badge-board.ts';
import { Explanation } from './explanation.ts';

/** Shows on every sent bubble how long it can still be unsent, and on request what to do now. */
export function startUnsendBadge(context: FeatureContext, signal: AbortSignal): void {
  context.page.onConversation((conversation, open) => {
    const explanation = new Explanation(context, open);
    const board = new BadgeBoard(conversation, context, open, (badge, state) =>
      explanation.badgeChanged(badge, state),
    );
    const explain = (badge: HTMLElement) => {
      const entry = board.entryOf(badge);
      if (entry !== null) explanation.open(badge, entry.message, entry.status, board.words);
    };
    onBadge(context.document, 'click', open, explain);
    onBadge(context.document, 'keydown', open, (badge, event) => {
      if (!(event instanceof KeyboardEvent) || !KEYS.has(event.key)) return;
      event.preventDefault();
      if (event.key === 'ArrowUp') moveFocus(board, badge, -1);
      else if (event.key === 'ArrowDown') moveFocus(board, badge, 1);
      else explain(badge);
    });
    // LINE's own handlers on rows must not take a press on a badge for one on the message.
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'dblclick', 'keyup']) {
      onBadge(context.document, type, open, () => {});
    }
  }, signal);
}

const KEYS: ReadonlySet<string> = new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown']);

function moveFocus(board: BadgeBoard, from: HTMLElement, step: -1 | 1): void {
  const neighbour = board.neighbour(from, step);
  if (neighbour === null) return;
  board.tabStop.moveTo(neighbour);
  neighbour.element.focus();
}

/** Hears events on badges before the page does, and keeps them from it. Events that a script has made are not heard. */
function onBadge(
  document: Document,
  type: string,
  signal: AbortSignal,
  act: (badge: HTMLElement, event: Event) => void,
): void {
  document.defaultView?.addEventListener(
    type,
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || target.localName !== BADGE_NAME) return;
      // The Tab key leaves a badge as it leaves any other control.
      if (event instanceof KeyboardEvent && event.key === 'Tab') return;
      event.stopPropagation();
      if (event.isTrusted) act(target, event);
    },
    { capture: true, signal },
  );
}
