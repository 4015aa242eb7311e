import { describe, expect, it } from 'vitest';
import { CHECK_LEVELS } from '../../../src/domain/broadcast/checks/check-levels.ts';
import { CHECKS } from '../../../src/domain/broadcast/checks/checks.ts';
import { findingsOf, runChecks } from '../../../src/domain/broadcast/checks/run-checks.ts';
import type { Check, Level } from '../../../src/domain/broadcast/finding.ts';
import { DEFAULT_GATE_POLICY, type GatePolicy } from '../../../src/domain/policy/gate-policy.ts';
import type { PolicyLevel } from '../../../src/domain/policy/gate-rules.ts';
import { broadcastOf, textBubble } from '../../support/broadcasts.ts';
import { contextOf } from '../domain/broadcast/checks/check-bench.ts';

/** A block (〇〇), a warning (？？？) of the same check, another warning (http) and something to know (the A/B test). */
const DOUBTFUL = broadcastOf({
  bubbles: [textBubble('〇〇様 本日は？？？です。 http://komugi.jp')],
  abTest: true,
});
const foundAt = (levels: GatePolicy['checkLevels']) => {
  const checkLevels = { ...DEFAULT_GATE_POLICY.checkLevels, ...levels };
  return runChecks(contextOf({ broadcast: DOUBTFUL, policy: { ...DEFAULT_GATE_POLICY, checkLevels } })).map(
    ({ level, check }) => `${level} ${check}`,
  );
};

describe('the levels that a policy knows', () => {
  it('are those of the checks, in their order', () => {
    expect(Object.entries(CHECK_LEVELS)).toEqual(CHECKS.map(({ name, level }) => [name, level]));
  });
});

describe('what a policy makes of a check', () => {
  it.each<[string, GatePolicy['checkLevels'], readonly string[]]>([
    [
      'its own level where nothing is said',
      {},
      ['block leftover-placeholder', 'warn leftover-placeholder', 'warn link-insecure', 'inform ab-test'],
    ],
    ['nothing where it is off', { 'leftover-placeholder': 'off', 'ab-test': 'off' }, ['warn link-insecure']],
    [
      'a graver level, and the first place in the list',
      { 'ab-test': 'block', 'link-insecure': 'block' },
      ['block leftover-placeholder', 'block link-insecure', 'block ab-test', 'warn leftover-placeholder'],
    ],
    [
      'a milder level also for what the check itself takes for grave',
      { 'leftover-placeholder': 'warn' },
      ['warn leftover-placeholder', 'warn leftover-placeholder', 'warn link-insecure', 'inform ab-test'],
    ],
    [
      'the mildest level for all that it finds',
      { 'leftover-placeholder': 'inform', 'link-insecure': 'inform' },
      [
        'inform leftover-placeholder',
        'inform leftover-placeholder',
        'inform link-insecure',
        'inform ab-test',
      ],
    ],
    [
      'its own level where a policy names only checks that nobody knows',
      { 'of-tomorrow': 'block' },
      ['block leftover-placeholder', 'warn leftover-placeholder', 'warn link-insecure', 'inform ab-test'],
    ],
  ])('is %s', (_what, levels, found) => {
    expect(foundAt(levels)).toEqual(found);
  });

  it.each<[own: Level, found: Level, wanted: PolicyLevel, level: Level]>([
    ['warn', 'inform', 'warn', 'inform'],
    ['warn', 'block', 'warn', 'block'],
    ['warn', 'inform', 'block', 'block'],
    ['warn', 'block', 'block', 'block'],
    ['warn', 'block', 'inform', 'inform'],
    ['warn', 'inform', 'inform', 'inform'],
    ['inform', 'block', 'warn', 'block'],
    ['block', 'inform', 'warn', 'inform'],
  ])(
    'of a check for “%s” that calls one finding “%s”, wanted as “%s”, is “%s”',
    (own, found, wanted, level) => {
      const check: Check = { name: 'made', level: own, find: () => [{ key: 'any', level: found }] };
      const policy = { ...DEFAULT_GATE_POLICY, checkLevels: { made: wanted } };
      expect(findingsOf(check, contextOf({ policy })).map((finding) => finding.level)).toEqual([level]);
    },
  );

  it('is its own level where a damaged policy says nothing', () => {
    const policy = { ...DEFAULT_GATE_POLICY, checkLevels: {} };
    expect(runChecks(contextOf({ broadcast: DOUBTFUL, policy }))).toHaveLength(4);
  });
});
