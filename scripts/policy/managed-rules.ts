import { JSON_TEXT_KEYS } from '../../src/domain/policy/managed-policy.ts';
import type { Fields } from '../../src/domain/policy/migrations.ts';
import { isFields } from '../../src/domain/policy/read-rules.ts';

/** What every kind of policy file can express. */
export type ManagedValue =
  | string
  | number
  | readonly ManagedValue[]
  | { readonly [name: string]: ManagedValue };

/** A managed policy in the form in which `storage.managed` gives it: one field for each rule (decision 8). */
export type ManagedRules = Readonly<Record<string, ManagedValue>>;

/** A control character, or half a letter of two: the forms of policy files cannot have these. */
const UNSPEAKABLE = /\p{Cs}|(?![\n\r\t])\p{Cc}|[\uFFFE\uFFFF]/u;

/** A value that cannot be brought to a browser, because some kind of policy file cannot express it. */
export class InexpressibleValue extends Error {
  override readonly name = 'InexpressibleValue';
  /** Where it stands, like `accounts / @bakery / ownLinkHosts`. */
  readonly place: string;

  constructor(place: string) {
    super(`${place} cannot be expressed in a policy file`);
    this.place = place;
  }
}

/**
 * Makes a managed policy of rules that have been read without a problem: some become JSON texts, what is null and so demands nothing is
 * left out, and `keys` names all others, so that a field which is lost on the way is noticed. @throws InexpressibleValue
 */
export function managedRules(locked: Fields, defaults: Fields): ManagedRules {
  const packed = packedFields(locked);
  const recommended = packedFields(defaults);
  const fields = Object.keys(recommended).length === 0 ? packed : { ...packed, defaults: recommended };
  const entries = Object.entries(fields).map(([key, given]) => [key, expressed(given, [key])] as const);
  return Object.fromEntries([...entries, ['keys', Object.keys(fields).toSorted()] as const]);
}

function expressed(given: unknown, place: readonly string[]): ManagedValue {
  if (typeof given === 'string' && !UNSPEAKABLE.test(given)) return given;
  if (typeof given === 'number') return given;
  if (Array.isArray(given)) {
    return given.map((entry, index) => expressed(entry, [...place, String(index + 1)]));
  }
  if (!isFields(given)) throw new InexpressibleValue(place.join(' / '));
  const entries = Object.entries(given).map(([name, entry]) => [name, expressed(entry, [...place, name])]);
  return Object.fromEntries(entries);
}

function packedFields(fields: Fields): Fields {
  const said = Object.entries(fields).filter(([, given]) => given !== null);
  return Object.fromEntries(said.map(([key, given]) => [key, packedField(key, given)]));
}

function packedField(key: string, given: unknown): unknown {
  if (JSON_TEXT_KEYS.includes(key)) return JSON.stringify(given);
  if (key !== 'accounts' || !isFields(given)) return given;
  const accounts = Object.entries(given).map(([name, rules]) => [
    name,
    isFields(rules) ? Object.fromEntries(Object.entries(rules).map(packedEntry)) : rules,
  ]);
  return Object.fromEntries(accounts);
}

/** Among the rules of one account null is kept, and then refused: it would lift what holds for all accounts. */
function packedEntry([key, given]: [string, unknown]): readonly [string, unknown] {
  return [key, packedField(key, given)];
}
