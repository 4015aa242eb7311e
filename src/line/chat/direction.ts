import { anchors, anySelector, chatAnchors } from './anchors.ts';

/** Who sent a row. `undecided`: signals are missing or contradict each other, and then nothing is shown. */
export type Direction = 'outgoing' | 'incoming' | 'undecided';

/** How a direction was found: by LINE's class alone, or by where the row stands on the screen. */
export type DirectionMode = 'class' | 'layout';

/** How far from the middle, in CSS pixels, a row must stand to count as standing on one side. */
const CLEARLY_TO_ONE_SIDE = 24;
const ANY_RUN = anySelector('run');
const OUTGOING = anySelector('outgoing');

/** The block of one sender's messages that holds a row; null where the page has no such block. */
export function runOf(row: Element): Element | null {
  const known = row.closest(OUTGOING) ?? row.closest(anchors.run[0]) ?? row.closest(ANY_RUN);
  return known ?? row.closest(chatAnchors.any('outgoing')) ?? row.closest(chatAnchors.any('run'));
}

/**
 * Decides who sent a row. By class: LINE marks runs of the account, and a run without the mark is the customer's. By
 * layout, which is read only when classes have proved useless: the account's rows are laid out from the right.
 */
export function directionOf(row: Element, scroller: Element, mode: DirectionMode): Direction {
  if (row.closest(OUTGOING) !== null) return outgoingByClass(row, scroller, mode);
  const byLayout = () => directionByLayout(row, scroller);
  // What was added to Matta's own knowledge needs a second sign.
  if (row.closest(chatAnchors.any('outgoing')) !== null)
    return byLayout() === 'outgoing' ? 'outgoing' : 'undecided';
  if (mode === 'class' && row.closest(anchors.run[0]) !== null) return 'incoming';
  return byLayout();
}

/** Once classes have proved useless, their word alone promises nothing on a row that stands on the customer's side. */
function outgoingByClass(row: Element, scroller: Element, mode: DirectionMode): Direction {
  const isDoubted = mode === 'layout' && directionByLayout(row, scroller) === 'incoming';
  return isDoubted ? 'undecided' : 'outgoing';
}

/** Two strong signals, flex direction and position; both must be there and agree. */
export function directionByLayout(row: Element, scroller: Element): Direction {
  const side = sideOf(row, scroller);
  if (side === 'middle') return 'undecided';
  const reversed = isReversed(row, scroller);
  if (side === 'right') return reversed ? 'outgoing' : 'undecided';
  return reversed ? 'undecided' : 'incoming';
}

function isReversed(row: Element, scroller: Element): boolean {
  for (
    let element: Element | null = row;
    element !== null && element !== scroller;
    element = element.parentElement
  ) {
    const style = getComputedStyle(element);
    if (style.display.endsWith('flex') && style.flexDirection === 'row-reverse') return true;
  }
  return false;
}

function sideOf(row: Element, scroller: Element): 'left' | 'right' | 'middle' {
  const outer = scroller.getBoundingClientRect();
  const inner = contentBox(row);
  if (outer.width === 0 || inner === null) return 'middle';
  const lead = inner.left - outer.left - (outer.right - inner.right);
  if (Math.abs(lead) < CLEARLY_TO_ONE_SIDE) return 'middle';
  return lead > 0 ? 'right' : 'left';
}

/** The span that LINE's own parts of a row take up; our badge has a name of its own and does not count. */
function contentBox(row: Element): { left: number; right: number } | null {
  const boxes = [...row.children]
    .filter((child) => !child.localName.startsWith('matta-'))
    .map((child) => child.getBoundingClientRect())
    .filter((box) => box.width > 0);
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
  };
}
