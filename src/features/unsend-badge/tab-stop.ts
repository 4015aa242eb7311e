import type { Badge } from './badge.ts';

/**
 * The one badge at which the Tab key stops; the arrow keys go on from there. A stop at every badge would put hundreds of
 * them between the operator and LINE's own controls.
 */
export class TabStop {
  #badge: Badge | null = null;

  get isSet(): boolean {
    return this.#badge?.element.isConnected ?? false;
  }

  moveTo(badge: Badge): void {
    this.#badge?.setTabStop(false);
    this.#badge = badge;
    badge.setTabStop(true);
  }
}
