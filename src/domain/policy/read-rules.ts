import { type BasicId, readBasicId } from '../broadcast/basic-id.ts';
import type { LayerProblem } from './layer-problem.ts';
import type { Fields } from './migrations.ts';
import { type AccountRuleSet, isAccountRule, isRuleKey, RULES, type RuleSet } from './rules.ts';

/** Rules as they were read, what stood among them that means nothing here, and what was wrong. */
export interface RulesReading {
  readonly rules: RuleSet;
  readonly unknown: Fields;
  readonly problems: readonly LayerProblem[];
}

export interface AccountsReading {
  readonly accounts: Readonly<Record<BasicId, AccountRuleSet>>;
  readonly unknown: Fields;
  readonly problems: readonly LayerProblem[];
}

/** The rules among some fields. `isFloor`: of a layer that others may not loosen. */
export function readRules(fields: Fields, isFloor: boolean): RulesReading {
  const known = Object.entries(fields).filter(([key]) => isRuleKey(key));
  const unknown = Object.entries(fields).filter(([key]) => !isRuleKey(key));
  const problems: LayerProblem[] = unknown.map(([key]) => ({ ...NOWHERE, kind: 'unknown', key }));
  const values = known.flatMap(([key, stored]) => {
    const { value, flaws } = isRuleKey(key) ? RULES[key].read(stored, isFloor) : NOTHING;
    for (const { kind, part } of flaws) problems.push({ ...NOWHERE, kind, key, part });
    return value === undefined ? [] : [[key, value] as const];
  });
  return { rules: Object.fromEntries(values), unknown: Object.fromEntries(unknown), problems };
}

/** The rules of single accounts. What cannot be read of an account leaves it under the rules for all. */
export function readAccounts(stored: unknown, isFloor: boolean): AccountsReading {
  if (stored === undefined) return { accounts: {}, unknown: {}, problems: [] };
  if (!isFields(stored)) {
    return { accounts: {}, unknown: {}, problems: [{ ...NOWHERE, kind: 'invalid', key: 'accounts' }] };
  }
  const read = Object.entries(stored).map(([name, fields]) => readAccount(name, fields, isFloor));
  return {
    accounts: Object.fromEntries(read.flatMap(({ account }) => (account === null ? [] : [account]))),
    unknown: Object.fromEntries(read.flatMap(({ unknown }) => (unknown === null ? [] : [unknown]))),
    problems: read.flatMap(({ problems }) => problems),
  };
}

interface AccountReading {
  readonly account: readonly [BasicId, AccountRuleSet] | null;
  readonly unknown: readonly [string, unknown] | null;
  readonly problems: readonly LayerProblem[];
}

function readAccount(name: string, stored: unknown, isFloor: boolean): AccountReading {
  const id = name.startsWith('@') ? readBasicId(name) : null;
  if (id === null || !isFields(stored)) {
    const problem = { ...NOWHERE, kind: 'invalid', key: 'accounts', account: name } as const;
    return { account: null, unknown: [name, stored], problems: [problem] };
  }
  const forBrowser = Object.entries(stored).filter(([key]) => isRuleKey(key) && !isAccountRule(key));
  const others = Object.entries(stored).filter(([key]) => !isRuleKey(key) || isAccountRule(key));
  const { rules, unknown, problems } = readRules(Object.fromEntries(others), isFloor);
  const kept = { ...unknown, ...Object.fromEntries(forBrowser) };
  return {
    account: Object.keys(rules).length === 0 ? null : [id, rules],
    unknown: Object.keys(kept).length === 0 ? null : [name, kept],
    problems: [
      ...problems.map((problem) => ({ ...problem, account: name })),
      ...forBrowser.map(([key]) => ({ ...NOWHERE, kind: 'not-for-accounts' as const, key, account: name })),
    ],
  };
}

/** True for an object that is no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NOWHERE = { key: null, account: null, part: null } as const;
const NOTHING = { value: undefined, flaws: [] } as const;
