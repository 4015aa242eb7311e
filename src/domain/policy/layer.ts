import type { RuleBook } from './rules.ts';

/**
 * Where a rule can come from. Of the first three, which nobody is bound by, a later one replaces an earlier; `signed` and
 * `managed-locked` are floors: whatever the others say, nothing is laxer than these.
 */
export const LAYERS = ['built-in', 'managed-default', 'own', 'signed', 'managed-locked'] as const;
export type LayerName = (typeof LAYERS)[number];

export const FLOORS = ['signed', 'managed-locked'] as const;

/** True for a layer that others may not loosen. */
export function isFloor(layer: LayerName): boolean {
  return FLOORS.some((floor) => floor === layer);
}

/** The layers that there are. The built-in one always is, and needs no mention. */
export type Layers = { readonly [L in Exclude<LayerName, 'built-in'>]?: RuleBook };
