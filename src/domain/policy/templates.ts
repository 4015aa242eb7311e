import { GATE_RULES } from './gate-rules.ts';
import { fromTable } from './rule-table.ts';
import { RULES, type RuleBook, type RuleSet } from './rules.ts';
import { isSameValue } from './same-value.ts';

/** Whom the ready-made policies are for; from the fewest people to the most. */
export const TEMPLATE_NAMES = ['small-shop', 'company-review', 'public-body'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/**
 * Ready-made policies to start from. Each says every rule that has an order, and how long the journal is kept, also where it is
 * the standard: what a fixed policy does not say, an operator may loosen. None is laxer than the standards (tests/unit/policy/templates.test.ts).
 */
export const TEMPLATES: Readonly<Record<TemplateName, RuleBook>> = {
  /** One or two people, nobody to ask: fewer people count as many, and there is more time to stop. */
  'small-shop': template({
    items: { ...GATE_RULES.items.standard, test: 'always' },
    largeAudience: 300,
    leadMinutes: 10,
    coolDownSeconds: 10,
  }),
  /** One writes, another one checks: what is large is looked at by two, and no way out is without a name. */
  'company-review': template({
    items: { ...GATE_RULES.items.standard, values: 'always', links: 'always', test: 'always' },
    checkLevels: {
      ...GATE_RULES.checkLevels.standard,
      'weekday-mismatch': 'block',
      'other-account-name': 'block',
    },
    leadMinutes: 15,
    coolDownSeconds: 10,
    secondPerson: 'large',
    override: 'reason-and-name',
  }),
  /** Everything is asked of everybody, always by two, and the record is kept for five years. */
  'public-body': template({
    items: Object.fromEntries(Object.keys(GATE_RULES.items.standard).map((name) => [name, 'always'])),
    checkLevels: {
      ...GATE_RULES.checkLevels.standard,
      'weekday-mismatch': 'block',
      'past-date': 'block',
      'other-account-name': 'block',
      'personal-data': 'block',
      'voom-on': 'block',
    },
    leadMinutes: 15,
    coolDownSeconds: 15,
    secondPerson: 'always',
    override: 'reason-and-name',
    journalRetentionDays: 1_826,
  }),
};

function template(decided: RuleSet): RuleBook {
  const journalRetentionDays = RULES.journalRetentionDays.standard;
  return { rules: { ...demands(), journalRetentionDays, ...decided }, accounts: {} };
}

/** The standards that demand something of others. */
function demands(): RuleSet {
  const ordered = fromTable(RULES, (key) => (RULES[key].order === 'none' ? null : RULES[key].standard));
  return Object.fromEntries(
    Object.entries(ordered).filter(([, standard]) => standard !== null && !isSameValue(standard, [])),
  );
}
