import * as v from 'valibot';
import { OVERRIDES } from '../policy/override.ts';
import { isName, isReason } from './typed-letters.ts';

/** Whether a broadcast may go without a finished checklist, what that takes, and who can be asked in an emergency. */
export const wayOutSchema = v.object({
  rule: v.picklist(OVERRIDES),
  contacts: v.pipe(v.array(v.string()), v.readonly()),
});
export type WayOut = v.InferOutput<typeof wayOutSchema>;

/** What somebody typed who wants to take it. `person`: null where no name was asked for. */
export interface WayOutTyped {
  readonly reason: string;
  readonly person: string | null;
}

/** Why the way out stays shut; null: it may be taken. */
export function missingForWayOut(
  rule: WayOut['rule'],
  { reason, person }: WayOutTyped,
): 'forbidden' | 'reason' | 'name' | null {
  if (rule === 'never') return 'forbidden';
  if (!isReason(reason)) return 'reason';
  return rule === 'reason-and-name' && !isName(person ?? '') ? 'name' : null;
}
