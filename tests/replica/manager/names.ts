import { hash } from '../chat/model/random.ts';
import { switches } from './active-switches.ts';

const renamed = switches.classes === 'renamed';

/** The class name or id that the page really uses for one of LINE's. */
export function nameOf(name: string): string {
  return renamed ? `x${hash(`manager ${name}`).toString(36)}` : name;
}

/** Several class names, separated by spaces. */
export function namesOf(names: string): string {
  return names.split(' ').map(nameOf).join(' ');
}

/** A stylesheet in the page's real names: only selectors change, so that colours such as `#fff` stay. */
export function styleSheetOf(css: string): string {
  if (!renamed) return css;
  return css.replace(/[^{}]+(?=\{)/g, (selectors) =>
    selectors.replace(/([.#])([a-z_][\w-]*)/gi, (_, mark: string, name: string) => mark + nameOf(name)),
  );
}
