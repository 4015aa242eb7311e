import { describe, expect, test } from 'vitest';
import { effectivePolicy } from '../../../src/domain/policy/effective-policy.ts';
import { readLayer } from '../../../src/domain/policy/read-layer.ts';
import { RULES } from '../../../src/domain/policy/rules.ts';
import { SUZUKI, YAMADA } from '../../support/approvers.ts';

const { approvers: rule } = RULES;

describe('who may approve', () => {
  test.each<[string, unknown, unknown, unknown]>([
    ['nobody is registered', null, null, null],
    ['two people', [YAMADA, SUZUKI], [YAMADA, SUZUKI], [YAMADA, SUZUKI]],
    ['one of two is damaged', [YAMADA, { ...SUZUKI, key: 'short' }], [YAMADA], [YAMADA]],
    ['all are damaged', [{ name: '山田' }], [], []],
    ['no list at all', '山田', [], undefined],
    ['a list of nobody', [], [], []],
  ])('(%s) is read so that damage lets nobody more approve', (_what, stored, fixed, own) => {
    expect(rule.read(stored, true).value).toEqual(fixed);
    expect(rule.read(stored, false).value).toEqual(own);
  });

  test('is for the supervisor to say, where they say it: an operator adds nobody', () => {
    const own = readLayer({ version: 2, approvers: [SUZUKI] }).values;
    const locked = { rules: { approvers: [YAMADA] }, accounts: {} };
    expect(effectivePolicy({ own }).rules.approvers.value).toEqual([SUZUKI]);
    const settled = effectivePolicy({ own, 'managed-locked': locked }).rules.approvers;
    expect(settled).toMatchObject({ value: [YAMADA], isFixed: true });
  });
});
