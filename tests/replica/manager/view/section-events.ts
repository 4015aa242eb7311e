import type { BroadcastForm } from '../model/form.ts';

/** How a section tells the editor what the operator did. */
export interface SectionEvents {
  /** Something was written that the field shows already. */
  readonly onWrite: (change: Partial<BroadcastForm>) => void;
  /** Something was chosen that changes what the form consists of. */
  readonly onRedraw: (change: Partial<BroadcastForm>) => void;
}
