import type { Item, ItemKey } from '../../../../domain/broadcast/checklist.ts';
import type { AnswerSheet } from '../answer-sheet.ts';

/** What the view of one kind of item works with. */
export interface ItemProps<Name extends ItemKey = ItemKey> {
  readonly item: Extract<Item, { readonly name: Name }>;
  readonly number: number;
  readonly answers: AnswerSheet;
}
