/**
 * JavaScript's own functions as they were when this file ran. The network gate shares its world with LINE's scripts, which may
 * replace any of them later, by a library or on purpose; whatever decides about a request calls only these.
 *
 * For the same reason nothing that decides uses `for…of`, spread, destructured lists or methods of objects it was given: all
 * of them go through prototypes. Objects made from the page's data are only asked for their own properties.
 */
const { apply } = Reflect;

/** Makes a method callable with its object as first argument, out of reach of whoever replaces it later. */
export function uncurry<This, Args extends readonly unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): (self: This, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args);
}

export const parseJson: (text: string) => unknown = JSON.parse;
export const writeJson: (value: unknown) => string | undefined = JSON.stringify;
export const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;
export const ownKeys: (value: object) => readonly string[] = Object.keys;
export const textOf: (value: unknown) => string = String;
export const decodePart: (part: string) => string = decodeURIComponent;
export const createNull: (prototype: null) => Record<string, unknown> = Object.create;

const getOwn = Object.getOwnPropertyDescriptor;
const execute = uncurry(RegExp.prototype.exec);

export const toLower = uncurry(String.prototype.toLowerCase);
export const toUpper = uncurry(String.prototype.toUpperCase);
export const includes = uncurry(String.prototype.includes);
export const codeAt = uncurry(String.prototype.charCodeAt);
export const sliceText = uncurry(String.prototype.slice);
export const push = uncurry<unknown[], [unknown], number>(Array.prototype.push);

/** True where a pattern without flags is found; `RegExp.prototype.test` would ask a replaceable `exec`. */
export function matches(pattern: RegExp, text: string): boolean {
  return execute(pattern, text) !== null;
}

/** Replaces every place where `pattern` (without flags) is found, by code that no prototype takes part in. */
export function replaceEach(text: string, pattern: RegExp, by: string): string {
  let rest = text;
  let done = '';
  for (let found = execute(pattern, rest); found !== null; found = execute(pattern, rest)) {
    const hit = found[0];
    if (hit === undefined || hit === '') break;
    done += sliceText(rest, 0, found.index) + by;
    rest = sliceText(rest, found.index + hit.length);
  }
  return done + rest;
}

/** An object's own value, and no inherited one; undefined where it has none, or a getter instead. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) ? getOwn(value, key)?.value : undefined;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
