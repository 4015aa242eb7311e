import { isFloor, type LayerName } from './layer.ts';
import { type LayerProblem, shownProblems, wholeProblem } from './layer-problem.ts';
import { type Fields, migrate, POLICY_VERSION } from './migrations.ts';
import { isFields, readAccounts, readRules } from './read-rules.ts';
import { fromTable } from './rule-table.ts';
import { RULES, type RuleBook, type RuleSet } from './rules.ts';
import { withoutUnchosen } from './unchosen.ts';

/** A layer as it was read: what it says, and what stood there that this version does not know. */
export interface LayerValues extends RuleBook {
  /** Fields without a meaning here; they are written back as they were. */
  readonly unknown: Fields;
  /** The same among the rules of single accounts, by the name that stood there. */
  readonly unknownOfAccounts: Fields;
}

export interface LayerReading {
  readonly values: LayerValues;
  readonly problems: readonly LayerProblem[];
}

const EMPTY: LayerValues = { rules: {}, accounts: {}, unknown: {}, unknownOfAccounts: {} };

/**
 * A layer from whatever was stored, managed or signed: data as JSON or the browser's storage gives it. Never throws. A damaged value
 * falls to the layer below; in a floor it becomes the strictest that its rule knows, and a floor that cannot be read at all, or not in
 * what it says of single accounts, binds everybody to the standards.
 * @param stored undefined and null: there is no such layer
 */
export function readLayer(stored: unknown, layer: LayerName = 'own'): LayerReading {
  if (stored === undefined || stored === null) return { values: EMPTY, problems: [] };
  const binds = isFloor(layer);
  if (!isFields(stored)) {
    const values = binds ? { ...EMPTY, rules: standards() } : EMPTY;
    return { values, problems: [wholeProblem('not-a-policy')] };
  }
  const { version, problems } = readVersion(stored['version']);
  const { accounts, ...fields } = migrate(stored, version);
  const forAll = readRules(fields, binds);
  const forAccounts = readAccounts(accounts, binds);
  // Nobody can tell for whom there was something stricter.
  const atLeast = binds && accounts !== undefined && !isFields(accounts) ? standards() : {};
  return {
    values: {
      // Only the operator's own settings were ever written whole; in a floor the standard is a demand.
      rules:
        layer === 'own' && version === 1 ? withoutUnchosen(forAll.rules) : { ...atLeast, ...forAll.rules },
      accounts: forAccounts.accounts,
      unknown: forAll.unknown,
      unknownOfAccounts: forAccounts.unknown,
    },
    problems: shownProblems([...problems, ...forAll.problems, ...forAccounts.problems]),
  };
}

/** The layer as it is stored, with all that was not understood in its old place. */
export function writeLayer({ rules, accounts, unknown, unknownOfAccounts }: LayerValues): Fields {
  const known: Fields = accounts;
  const names = [...new Set([...Object.keys(unknownOfAccounts), ...Object.keys(known)])];
  const both = names.map((name) => {
    const kept = Object.hasOwn(unknownOfAccounts, name) ? unknownOfAccounts[name] : {};
    return [name, Object.hasOwn(known, name) ? { ...Object(kept), ...Object(known[name]) } : kept] as const;
  });
  return {
    ...unknown,
    ...rules,
    ...(both.length === 0 ? {} : { accounts: Object.fromEntries(both) }),
    version: POLICY_VERSION,
  };
}

/** The form in which a layer is written. The first had no number; what is no number at all is read as if there were none. */
function readVersion(stored: unknown): {
  readonly version: number;
  readonly problems: readonly LayerProblem[];
} {
  if (stored === undefined) return { version: 1, problems: [] };
  if (typeof stored !== 'number' || !Number.isSafeInteger(stored) || stored < 1) {
    return { version: 1, problems: [wholeProblem('invalid', 'version')] };
  }
  return { version: stored, problems: stored > POLICY_VERSION ? [wholeProblem('newer', 'version')] : [] };
}

/** The standards of all rules that have an order; the others would take from people what nobody wanted to decide. */
function standards(): RuleSet {
  const all = fromTable(RULES, (key) => (RULES[key].order === 'none' ? undefined : RULES[key].standard));
  return Object.fromEntries(Object.entries(all).filter(([, standard]) => standard !== undefined));
}
