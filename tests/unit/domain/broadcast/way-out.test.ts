import { describe, expect, it } from 'vitest';
import { missingForWayOut } from '../../../../src/domain/broadcast/way-out.ts';

const REASON = '断水のお知らせを急ぐため';

describe('the way out', () => {
  it.each([
    ['reason', REASON, null, null],
    ['reason', '急ぐ', null, 'reason'],
    ['reason-and-name', REASON, '山田', null],
    ['reason-and-name', REASON, null, 'name'],
    ['reason-and-name', REASON, '　 ・', 'name'],
    ['reason-and-name', '', '山田', 'reason'],
    ['never', REASON, '山田', 'forbidden'],
  ] as const)('by the rule %s, with “%s” by “%s”, misses: %s', (rule, reason, person, missing) => {
    expect(missingForWayOut(rule, { reason, person })).toBe(missing);
  });
});
