import { switches } from './active-switches.ts';
import { labelsFor } from './labels/labels.ts';

/** The words of this page. */
export const labels = labelsFor(switches.lang);

/** How this page writes a number of people. */
export function countText(people: number): string {
  return people.toLocaleString(labels.htmlLanguage);
}
