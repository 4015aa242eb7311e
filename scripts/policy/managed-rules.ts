import * as v from 'valibot';
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

/** Null, which no kind of policy file has, a control character, or half a letter of two. */
const UNSPEAKABLE = /\p{Cs}|(?![\n\r\t])\p{Cc}|[\uFFFE\uFFFF]/u;

const text = v.pipe(
  v.string(),
  v.check((given) => !UNSPEAKABLE.test(given)),
);
const value: v.GenericSchema<ManagedValue> = v.lazy(() =>
  v.union([text, v.number(), v.array(value), v.record(v.string(), value)]),
);

/** A field that cannot be brought to a browser, because no kind of policy file can express its value. */
export class InexpressibleField extends Error {
  override readonly name = 'InexpressibleField';
  readonly key: string;

  constructor(key: string) {
    super(`${key} cannot be expressed in a policy file`);
    this.key = key;
  }
}

/**
 * Makes a managed policy of rules that have been read without a problem: some become JSON texts, what is null and so demands nothing is
 * left out, and `keys` names all others, so that a field which is lost on the way is noticed. @throws InexpressibleField
 */
export function managedRules(locked: Fields, defaults: Fields): ManagedRules {
  const packed = packedFields(locked);
  const recommended = packedFields(defaults);
  const fields = Object.keys(recommended).length === 0 ? packed : { ...packed, defaults: recommended };
  const entries = Object.entries(fields).map(([key, given]) => {
    const parsed = v.safeParse(value, given);
    if (!parsed.success) throw new InexpressibleField(key);
    return [key, parsed.output] as const;
  });
  return Object.fromEntries([...entries, ['keys', Object.keys(fields).toSorted()] as const]);
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
