import * as v from 'valibot';
import { type AccountId, accountIdSchema } from '../unsend/identity.ts';
import { damaged, type Flaw, type Rule } from './rule.ts';
import { type WindowChoice, windowChoiceSchema } from './window-choice.ts';

const schema = v.record(accountIdSchema, windowChoiceSchema);

/**
 * What somebody has found out about each account: facts, of which none is stricter than another. Read entry by entry: what is wrong
 * with one account's window shall not cost the others theirs.
 */
export const windowsRule: Rule<Record<AccountId, WindowChoice>> = {
  schema,
  standard: {},
  strictest: {},
  order: 'none',
  help: 'policyHelpWindows',
  overlay: (earlier, later) => ({ ...earlier, ...later }),
  read: (stored, isFloor) => {
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) {
      return damaged<Record<AccountId, WindowChoice>>(isFloor ? {} : undefined);
    }
    const flaws: Flaw[] = [];
    const value: Record<AccountId, WindowChoice> = {};
    for (const [account, choice] of Object.entries(stored)) {
      const parsed = v.safeParse(schema, { [account]: choice });
      if (parsed.success && Object.hasOwn(parsed.output, account)) Object.assign(value, parsed.output);
      else flaws.push({ part: account, kind: 'invalid' });
    }
    return { value, flaws };
  },
};
