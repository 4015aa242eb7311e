import type { Badge } from './badge.ts';

/**
 * The one badge at which the Tab key stops; the arrow keys go on from there. A stop at every badge would put hundreds of
 * them between the operator and LINE's own controls.
 */
export class TabStop {
  #badge: Badge | null = null;

  /** Moves to a new badge that is about to be put into `row`, if that is further down: the newest message comes first. */
  offer(badge: Badge, row: HTMLElement): void {
    const present = this.#badge?.element;
    const isBelow =
      present === undefined ||
      !present.isConnected ||
      (present.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isBelow) this.moveTo(badge);
  }

  moveTo(badge: Badge): void {
    this.#badge?.setTabStop(false);
    this.#badge = badge;
    badge.setTabStop(true);
  }
}
