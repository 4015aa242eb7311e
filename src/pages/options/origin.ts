import type { LayerName } from '../../domain/policy/layer.ts';
import type { Settled } from '../../domain/policy/settle.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import type { FieldOrigin } from '../../ui/field-origin.tsx';

const FROM: Readonly<Record<LayerName, MessageKey>> = {
  'built-in': 'optionsFromBuiltIn',
  'managed-default': 'optionsFromManagedDefault',
  own: 'optionsFromOwn',
  signed: 'optionsFromSigned',
  'managed-locked': 'optionsFromManagedLocked',
};

/** Where a value comes from, in words. What a supervisor has fixed is locked here, also where an operator had been stricter. */
export function originOf(
  { from, isFixed }: Pick<Settled<unknown>, 'from' | 'isFixed'>,
  t: Translate,
): FieldOrigin {
  const isOwnUnderFloor = isFixed && (from === 'own' || from === 'built-in' || from === 'managed-default');
  return { text: t(isOwnUnderFloor ? 'optionsFromStricter' : FROM[from]), isLocked: isFixed };
}
