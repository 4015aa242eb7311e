import { bothBooks } from './both-books.ts';
import type { LayerName } from './layer.ts';
import { type LayerProblem, shownProblems, wholeProblem } from './layer-problem.ts';
import type { Fields } from './migrations.ts';
import { type LayerValues, readLayer } from './read-layer.ts';
import { isFields } from './read-rules.ts';
import { withRemembered } from './remembered-rules.ts';
import { RULE_KEYS } from './rules.ts';
import { STRICTEST_BOOK } from './strictest-policy.ts';

/**
 * Rules whose values differ too much in form for the schema of a managed policy, which knows one type for each field: they come
 * as a JSON text.
 */
export const JSON_TEXT_KEYS: readonly string[] = ['customItems'];

/** The fields of a managed policy that say something; `keys` beside them names those that it is meant to have. */
const SAYING_KEYS: readonly string[] = [...RULE_KEYS, 'accounts', 'defaults'];

/** All that a managed policy can have. */
export const MANAGED_KEYS: readonly string[] = [...SAYING_KEYS, 'keys'];

/** A value that no rule can read, so that in a floor each becomes its strictest. */
export const UNREADABLE = false;

/** What a managed policy comes to. */
export interface ManagedReading {
  readonly locked: LayerValues;
  readonly defaults: LayerValues;
  readonly problems: readonly LayerProblem[];
  /** What counts of each field, as it was given: now, or the last time that it was good. */
  readonly fields: Fields;
  /** Those of them that count because they were remembered. */
  readonly remembered: readonly string[];
}

/**
 * A policy that was there once, and of which nothing can be read any more: neither given nor remembered. No journal entry and no
 * memory comes of it.
 */
export const FORGOTTEN: ManagedReading = {
  locked: { ...readLayer(undefined).values, ...STRICTEST_BOOK },
  defaults: readLayer(undefined).values,
  problems: [wholeProblem('forgotten')],
  fields: {},
  remembered: [],
};

/** A reading, and nothing of it laxer than where nobody has decided anything. */
export function atLeastStandard(reading: ManagedReading): ManagedReading {
  const standards = readLayer(UNREADABLE, 'managed-locked').values;
  return { ...reading, locked: { ...reading.locked, ...bothBooks(reading.locked, standards) } };
}

interface Field {
  /** Undefined: nothing is said. */
  readonly value?: unknown;
  readonly isRemembered?: boolean;
  readonly problems: readonly LayerProblem[];
}

/**
 * What holds of a managed policy. The browser drops a field that does not fit its type without a word, so that a field which is
 * no longer there may have been taken away or damaged: decision 8. It stays as it was last, unless the policy's own list of
 * `keys` leaves it out. Never throws.
 * @param given what the browser gives now
 * @param remembered the `fields` of the last reading
 */
export function readManaged(given: Fields, remembered: Fields): ManagedReading {
  const isGone = Object.keys(given).length === 0 && Object.keys(remembered).length > 0;
  const meant = namesIn(given['keys']);
  const read = SAYING_KEYS.map((key) => [key, readField(key, given, remembered, meant)] as const);
  const fields = Object.fromEntries(
    read.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])),
  );
  const { defaults, ...locked } = fields;
  const old = read.flatMap(([key, { isRemembered }]) => (isRemembered === true ? [key] : []));
  const recommended = old.includes('defaults') ? SAYING_KEYS : [];
  const problems = isGone
    ? [wholeProblem('gone')]
    : [...read.flatMap(([, field]) => field.problems), ...unknownIn(given, meant)];
  return {
    locked: layerOf(locked, 'managed-locked', old),
    defaults: layerOf(defaults, 'managed-default', recommended),
    problems: shownProblems(problems),
    fields,
    remembered: old,
  };
}

function layerOf(stored: unknown, layer: LayerName, remembered: readonly string[]): LayerValues {
  const { values } = readLayer(unpacked(stored), layer);
  return { ...values, ...withRemembered(values, remembered) };
}

function readField(key: string, given: Fields, remembered: Fields, meant: readonly string[] | null): Field {
  const last = Object.hasOwn(remembered, key) ? remembered[key] : undefined;
  if (Object.hasOwn(given, key)) {
    const problems = problemsOf(key, given[key]);
    const isDamaged = problems.some(({ kind }) => kind === 'invalid');
    const isRemembered = isDamaged && last !== undefined;
    return { value: isRemembered ? last : given[key], isRemembered, problems };
  }
  const isMeant = meant === null ? last !== undefined : meant.includes(key);
  return isMeant
    ? {
        value: last ?? UNREADABLE,
        isRemembered: last !== undefined,
        problems: [wholeProblem('vanished', key)],
      }
    : { problems: [] };
}

function problemsOf(key: string, value: unknown): readonly LayerProblem[] {
  const [stored, layer]: readonly [unknown, LayerName] =
    key === 'defaults' ? [value, 'managed-default'] : [{ [key]: value }, 'managed-locked'];
  return readLayer(unpacked(stored), layer).problems.map((problem) =>
    problem.kind === 'not-a-policy' ? wholeProblem('invalid', key) : problem,
  );
}

/** Null: the policy does not say what it is meant to have. */
function namesIn(keys: unknown): readonly string[] | null {
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : null;
}

/** What this version does not know. The browser hands it out without a word as nothing, so that `keys` alone may name it. */
function unknownIn(given: Fields, meant: readonly string[] | null): readonly LayerProblem[] {
  const names = new Set([...Object.keys(given), ...(meant ?? [])]);
  return [...names]
    .filter((name) => !MANAGED_KEYS.includes(name))
    .map((name) => wholeProblem('unknown', name));
}

/** The fields with their JSON texts read, also among the rules of single accounts. */
function unpacked(stored: unknown): unknown {
  if (!isFields(stored)) return stored;
  const entries = Object.entries(stored).map(([key, value]) => {
    if (key === 'accounts' && isFields(value)) return [key, eachUnpacked(value)];
    return [key, JSON_TEXT_KEYS.includes(key) ? parsed(value) : value];
  });
  return Object.fromEntries(entries);
}

function eachUnpacked(accounts: Fields): Fields {
  return Object.fromEntries(Object.entries(accounts).map(([name, fields]) => [name, unpacked(fields)]));
}

/** A text that is no JSON stays what it is: then the rule says that it cannot be read. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
