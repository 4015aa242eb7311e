import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BasicId } from '../../../src/domain/broadcast/basic-id.ts';
import { effectivePolicy, gatePolicyFor, policyFor } from '../../../src/domain/policy/effective-policy.ts';
import { readManaged } from '../../../src/domain/policy/managed-policy.ts';
import type { Fields } from '../../../src/domain/policy/migrations.ts';
import type { Rule } from '../../../src/domain/policy/rule.ts';
import {
  ACCOUNT_RULE_KEYS,
  RULES,
  type RuleBook,
  type RuleKey,
  type RuleValues,
  valueIn,
} from '../../../src/domain/policy/rules.ts';
import { canonicalText, isSameValue } from '../../../src/domain/policy/same-value.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { MANAGED_MEMORY } from '../../../src/storage/managed-policy.ts';
import { policyStore } from '../../../src/storage/policy-store.ts';
import { SIGNED_POLICY } from '../../../src/storage/signed-policy.ts';
import { SUZUKI, YAMADA } from '../../support/approvers.ts';
import { basicId } from '../../support/broadcasts.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';
import { anyRuleBook, SHOPS } from '../../support/policies.ts';
import { newSigner, type Signer } from '../../support/signed-files.ts';

const BAKERY = basicId('@bakery');
const lockedOf = (given: Fields, remembered: Fields) => readManaged(given, remembered).locked;
const forBakery = (locked: RuleBook) => gatePolicyFor(effectivePolicy({ 'managed-locked': locked }), BAKERY);

/** Of a rule without an order: it is another one. */
function isLaxer<K extends RuleKey>(key: K, book: RuleBook, than: RuleBook, account: BasicId): boolean {
  const { order }: Rule<RuleValues[K]> = RULES[key];
  const [least, value] = [valueIn(than, key, account), valueIn(book, key, account)];
  if (least === undefined || value === undefined) return least !== undefined;
  return order === 'none' ? !isSameValue(value, least) : !order.isAtLeast(value, least);
}

describe('what is only remembered of a managed policy', () => {
  it('loosens for no account what is given for all', () => {
    const given = { secondPerson: 'always', override: 'never', approvers: [YAMADA] };
    const forged = { secondPerson: 'never', override: 'reason', approvers: [SUZUKI], leadMinutes: 30 };
    const gate = forBakery(lockedOf(given, { accounts: { '@bakery': forged } }));
    expect(gate).toMatchObject({ ...given, leadMinutes: 30 });
  });

  it('keeps an exception of one account as long as the rule for all is remembered, too', () => {
    const last = { secondPerson: 'always', accounts: { '@bakery': { secondPerson: 'never' } } };
    expect(forBakery(lockedOf({}, last)).secondPerson).toBe('never');
    expect(forBakery(lockedOf({ ...last, secondPerson: 7 }, last)).secondPerson).toBe('never');
  });

  it.each<[string, Fields, number]>([
    ['shorter than the standard', { journalRetentionDays: 1 }, 400],
    ['longer', { journalRetentionDays: 3_650 }, 3_650],
    ['recommended to be shorter', { defaults: { journalRetentionDays: 1 } }, 400],
  ])('lets the journal not be %s', (_what, remembered, days) => {
    const { locked, defaults, fields } = readManaged({ lock: 'enforce' }, remembered);
    const layers = { 'managed-default': defaults, 'managed-locked': locked };
    expect(policyFor(effectivePolicy(layers)).journalRetentionDays).toBe(days);
    expect(fields).toMatchObject(remembered);
  });

  it('is never laxer than what is given, whatever is remembered', async () => {
    await fc.assert(
      fc.property(anyRuleBook, anyRuleBook, ({ rules }, { accounts }) => {
        const given: Fields = { ...rules, customItems: JSON.stringify(rules.customItems ?? []) };
        const sure = lockedOf(given, {});
        const locked = lockedOf(given, { accounts });
        for (const account of SHOPS) {
          expect(ACCOUNT_RULE_KEYS.filter((key) => isLaxer(key, locked, sure, account))).toEqual([]);
        }
      }),
    );
  });
});

describe('a memory of a managed policy that somebody has written beside signed rules', () => {
  let signer: Signer;
  beforeAll(async () => {
    signer = await newSigner();
  });
  const SIGNED = { secondPerson: 'always', approvers: [YAMADA], journalRetentionDays: 1_826 };

  it.each<[string, Fields]>([
    ['for all accounts', { approvers: [SUZUKI], journalRetentionDays: 1 }],
    ['for one', { accounts: { '@bakery': { approvers: [SUZUKI], secondPerson: 'never' } } }],
  ])('decides nothing that is signed: %s', async (_whom, fields) => {
    const local = new FakeStorageArea();
    await local.set({
      [SIGNED_POLICY]: { file: await signer.file(SIGNED), untold: null },
      [MANAGED_MEMORY]: { fields, hash: await sha256(canonicalText(fields)), noted: null },
    });
    const policy = await policyStore(local, new FakeStorageArea()).read();
    expect(gatePolicyFor(policy, BAKERY)).toMatchObject({ secondPerson: 'always', approvers: [YAMADA] });
    expect(policy.rules.journalRetentionDays.value).toBe(1_826);
  });

  it('leaves an account the approvers that are signed for it alone', async () => {
    const local = new FakeStorageArea();
    const fields = { approvers: [SUZUKI] };
    const policy = { accounts: { '@bakery': { approvers: [YAMADA] } } };
    await local.set({
      [SIGNED_POLICY]: { file: await signer.file(policy), untold: null },
      [MANAGED_MEMORY]: { fields, hash: await sha256(canonicalText(fields)), noted: null },
    });
    const read = await policyStore(local, new FakeStorageArea()).read();
    expect(gatePolicyFor(read, BAKERY).approvers).toEqual([YAMADA]);
    expect(policyFor(read).gate.approvers).toEqual([SUZUKI]);
  });

  it('yields to it no rule that an administrator gives', async () => {
    const local = new FakeStorageArea();
    const managed = new FakeStorageArea();
    await managed.set({ approvers: [SUZUKI] });
    await local.set({ [SIGNED_POLICY]: { file: await signer.file(SIGNED), untold: null } });
    const fields = { accounts: { '@bakery': { approvers: [] } }, journalRetentionDays: 1 };
    const hash = await sha256(canonicalText(fields));
    await local.set({ [MANAGED_MEMORY]: { fields, hash, noted: null } });
    const read = await policyStore(local, managed).read();
    expect(gatePolicyFor(read, BAKERY).approvers).toEqual([SUZUKI]);
    expect(read.rules.journalRetentionDays.value).toBe(1_826);
  });
});
