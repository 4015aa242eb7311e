import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BasicId } from '../../../src/domain/broadcast/basic-id.ts';
import { bothBooks } from '../../../src/domain/policy/both-books.ts';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import {
  ACCOUNT_RULE_KEYS,
  RULE_KEYS,
  RULES,
  type RuleBook,
  type RuleKey,
  type RuleValues,
  valueIn,
} from '../../../src/domain/policy/rules.ts';
import { anyRuleBook, SHOPS } from '../../support/policies.ts';

function isNowhereLaxer<K extends RuleKey>(key: K, both: RuleBook, one: RuleBook, account: BasicId | null) {
  const { order }: Rule<RuleValues[K]> = RULES[key];
  const least = valueIn(one, key, account);
  const value = valueIn(both, key, account);
  if (order === 'none' || least === undefined) return true;
  return value !== undefined && order.isAtLeast(value, least);
}

it('two books together are nowhere laxer than either, for all and for each account', async () => {
  await fc.assert(
    fc.property(anyRuleBook, anyRuleBook, (one, other) => {
      const both = bothBooks(one, other);
      for (const book of [one, other]) {
        for (const key of RULE_KEYS)
          expect([key, isNowhereLaxer(key, both, book, null)]).toEqual([key, true]);
        for (const key of ACCOUNT_RULE_KEYS) {
          for (const shop of SHOPS) expect([key, isNowhereLaxer(key, both, book, shop)]).toEqual([key, true]);
        }
      }
    }),
  );
});
