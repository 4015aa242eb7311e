import type { GatePolicy } from './gate-policy.ts';
import { GATE_RULES, type GateKey, type PolicyLevel } from './gate-rules.ts';
import { fromTable } from './rule-table.ts';
import { RULES, type RuleBook } from './rules.ts';
import { SETTING_RULES } from './setting-rules.ts';

/**
 * What the gate goes by where nobody can tell what a supervisor decided: every rule at its strictest, as far as an honest broadcast
 * can still be answered for. So no check is silent, but only those block that block by themselves: all at their strictest would
 * let nothing go, ever.
 */
export const STRICTEST_GATE_POLICY = fromTable(GATE_RULES, strictestOf) as GatePolicy;

/** The same as a book of rules, to be put over others as a floor. Rules without an order stay free, but nothing is removed early. */
export const STRICTEST_BOOK: RuleBook = {
  rules: {
    ...Object.fromEntries(Object.entries(STRICTEST_GATE_POLICY).filter(([key]) => isOrdered(key))),
    journalRetentionDays: SETTING_RULES.journalRetentionDays.strictest,
  },
  accounts: {},
};

function strictestOf(key: GateKey): unknown {
  if (key === 'checkLevels') return audibleLevels();
  // Of approvers whom nobody can name none could answer: then any second person will do.
  return key === 'approvers' ? GATE_RULES.approvers.standard : GATE_RULES[key].strictest;
}

function audibleLevels(): Record<string, PolicyLevel> {
  const { standard, strictest } = GATE_RULES.checkLevels;
  return Object.fromEntries(
    Object.keys(strictest).map((check) => [check, standard[check] === 'block' ? 'block' : 'warn']),
  );
}

function isOrdered(key: string): boolean {
  return Object.hasOwn(RULES, key) && RULES[key as GateKey].order !== 'none';
}
