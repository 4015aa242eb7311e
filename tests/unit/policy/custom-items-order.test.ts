import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUSTOM_ITEMS, type CustomItem } from '../../../src/domain/policy/custom-item.ts';
import { effectivePolicy } from '../../../src/domain/policy/effective-policy.ts';
import { canonicalText } from '../../../src/domain/policy/same-value.ts';
import { anyCustomItem } from '../../support/policies.ts';

const item = (id: string): CustomItem => ({ id, text: { ja: id }, when: 'always', kind: 'tick' });
const [a, b, c] = [item('a'), item('b'), item('c')];
const idsOf = (items: readonly CustomItem[]) => items.map(({ id }) => id);

describe('the order of a supervisor’s own questions', () => {
  it('is that of the policy that is fixed, also where somebody asks one of them already', () => {
    const rules = { customItems: [c, a, b] };
    const signed = { rules, accounts: {} };
    expect(idsOf(effectivePolicy({ signed }).rules.customItems.value)).toEqual(['c', 'a', 'b']);
    const own = { rules: { customItems: [b] }, accounts: {} };
    expect(idsOf(effectivePolicy({ own, signed }).rules.customItems.value)).toEqual(['c', 'a', 'b']);
  });

  it('is one and the same whichever of two comes first, where neither has all of them', () => {
    expect(idsOf(CUSTOM_ITEMS.join([c, a], [b, a]))).toEqual(['a', 'b', 'c']);
    expect(idsOf(CUSTOM_ITEMS.join([b, a], [a, b]))).toEqual(['a', 'b']);
  });

  it('never costs a question', async () => {
    const items = fc.array(anyCustomItem, { maxLength: 4 });
    await fc.assert(
      fc.property(items, items, (one, other) => {
        const joined = CUSTOM_ITEMS.join(one, other);
        expect(CUSTOM_ITEMS.isAtLeast(joined, one) && CUSTOM_ITEMS.isAtLeast(joined, other)).toBe(true);
        expect(canonicalText(joined)).toBe(canonicalText(CUSTOM_ITEMS.join(other, one)));
      }),
    );
  });
});
