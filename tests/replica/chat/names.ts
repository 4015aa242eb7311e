import { switches } from './active-switches.ts';
import { hash } from './model/random.ts';

const renamed = switches.classes === 'renamed' || switches.classesids === 'gone';
const known = new Map<string, string>();

/** The class name or id that the page really uses for one of LINE's. */
export function nameOf(name: string): string {
  if (!renamed) return name;
  const meaningless = known.get(name) ?? `x${hash(name).toString(36)}`;
  known.set(name, meaningless);
  return meaningless;
}

/** Several class names, separated by spaces. */
export function namesOf(names: string): string {
  return renamed ? names.split(' ').map(nameOf).join(' ') : names;
}

/** A stylesheet in the page's real names: only selectors change, so that colours such as `#fff` stay. */
export function styleSheetOf(css: string): string {
  if (!renamed) return css;
  return css.replace(/[^{}]+(?=\{)/g, (selectors) =>
    selectors.replace(/([.#])([a-z_][\w-]*)/gi, (_, mark: string, name: string) => mark + nameOf(name)),
  );
}
