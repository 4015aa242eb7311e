import type { PartName } from '../practice-manager-api.ts';

const parts = new Map<PartName, HTMLElement[]>();

/** More than are ever on the page, or about to be put there, at once. */
const REMEMBERED = 12;

/** Remembers a pressable element, because nobody can find it in a closed shadow root later. */
export function registerPart(name: PartName, pressable: HTMLElement): void {
  parts.set(name, [...(parts.get(name) ?? []), pressable].slice(-REMEMBERED));
}

/** The part that is on the page now; the upper one where there are two. */
export function partNow(name: PartName): HTMLElement | null {
  return parts.get(name)?.find((known) => known.isConnected) ?? null;
}
