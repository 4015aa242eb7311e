import { anySelector } from './anchors.ts';
import { firstTextOf, isWrittenOn, letterLabelsOf } from './label.ts';
import { lettersOf } from './letters.ts';
import { buttonsIn } from './pressables.ts';
import { closest, findAll, type OpenRoot } from './roots.ts';
import { isWord, neverSends } from './words.ts';

const CHOICE = anySelector('choiceName');

/** The dialog in which an element lies; null outside of all. */
export function dialogAround(element: Element): Element | null {
  return closest(element, anySelector('dialog'));
}

/** True for the dialog in which a test message is sent: by its title, or by the receivers that it offers. */
export function isTestDialog(dialog: Element, openRoot: OpenRoot): boolean {
  const titles = [dialog, ...findAll(dialog, anySelector('dialogTitle'), openRoot)];
  if (titles.some((title) => isWrittenOn(title, 'test', openRoot))) return true;
  if (isWord('test', lettersOf(firstTextOf(dialog, openRoot)))) return true;
  return findAll(dialog, CHOICE, openRoot).some((choice) => isWrittenOn(choice, 'testReceivers', openRoot));
}

/** True for the one button of a dialog that goes on: what else there is closes it or looks less important. */
export function isLonePrimary(element: Element, dialog: Element, openRoot: OpenRoot): boolean {
  const candidates = buttonsIn(dialog, openRoot).filter((button) => {
    const labels = letterLabelsOf(button, openRoot);
    return labels.length > 0 && !labels.some(neverSends);
  });
  if (candidates.length === 1) return candidates[0] === element;
  const primaries = candidates.filter(isPrimary);
  return primaries.length === 1 && primaries[0] === element;
}

/** True for a button that looks like the main one; a weak sign. */
export function isPrimary(element: Element): boolean {
  return element.matches(anySelector('primary'));
}
