import { describe, expect, it } from 'vitest';
import type { Approver } from '../../../src/domain/broadcast/approval/approver.ts';
import { lacksApprovers } from '../../../src/domain/policy/lacks-approvers.ts';
import type { RuleBook } from '../../../src/domain/policy/rules.ts';
import { TEMPLATES } from '../../../src/domain/policy/templates.ts';
import { basicId } from '../../support/broadcasts.ts';

const YAMADA: Approver = { name: '山田', salt: 'a'.repeat(32), key: 'b'.repeat(64) };
const bakery = (rules: RuleBook['rules'], own: RuleBook['rules']): RuleBook => ({
  rules,
  accounts: { [basicId('@bakery')]: own },
});

describe('a policy that asks for a second person', () => {
  it.each<[string, RuleBook, boolean]>([
    ['nobody is asked for', { rules: {}, accounts: {} }, false],
    ['the shop’s template asks for nobody', TEMPLATES['small-shop'], false],
    ['the company’s template names nobody', TEMPLATES['company-review'], true],
    ['the public body’s template names nobody', TEMPLATES['public-body'], true],
    ['somebody is named', { rules: { secondPerson: 'always', approvers: [YAMADA] }, accounts: {} }, false],
    [
      'it is decided that nobody is named',
      { rules: { secondPerson: 'large', approvers: null }, accounts: {} },
      true,
    ],
    ['nobody may approve at all', { rules: { secondPerson: 'large', approvers: [] }, accounts: {} }, false],
    ['one account asks, and nobody is named', bakery({}, { secondPerson: 'large' }), true],
    [
      'one account asks, with people of its own',
      bakery({}, { secondPerson: 'large', approvers: [YAMADA] }),
      false,
    ],
    [
      'one account asks, with the people of all',
      bakery({ approvers: [YAMADA] }, { secondPerson: 'large' }),
      false,
    ],
    ['all ask, and only one has people', bakery({ secondPerson: 'large' }, { approvers: [YAMADA] }), true],
  ])('lacks approvers or not: %s', (_case, book, lacking) => {
    expect(lacksApprovers(book)).toBe(lacking);
  });
});
