import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectivePolicy, policyFor } from '../../../src/domain/policy/effective-policy.ts';
import { DEFAULT_GATE_POLICY } from '../../../src/domain/policy/gate-policy.ts';
import { MIGRATIONS, migrate, POLICY_VERSION } from '../../../src/domain/policy/migrations.ts';
import { DEFAULT_POLICY, type Policy } from '../../../src/domain/policy/policy.ts';
import { readLayer } from '../../../src/domain/policy/read-layer.ts';
import { ANY_VALUE } from '../../support/policies.ts';

/** What form 1 wrote, of things that it had. */
const anyPolicy1 = fc.record(
  {
    windows: ANY_VALUE.windows,
    region: ANY_VALUE.region,
    marginSeconds: ANY_VALUE.marginSeconds,
    warn: ANY_VALUE.warn,
    retentionDays: ANY_VALUE.retentionDays,
    language: ANY_VALUE.language,
    gate: fc.record(
      {
        network: ANY_VALUE.network,
        lock: ANY_VALUE.lock,
        button: ANY_VALUE.button,
        largeAudience: ANY_VALUE.largeAudience,
        quietHours: ANY_VALUE.quietHours,
        coolDownSeconds: ANY_VALUE.coolDownSeconds,
        secondPerson: ANY_VALUE.secondPerson,
        cautionWords: ANY_VALUE.cautionWords,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

describe('the steps', () => {
  it('lead from form 1 to the present one, each to the next', () => {
    expect(MIGRATIONS.map(({ from, to }) => to - from)).toEqual(MIGRATIONS.map(() => 1));
    expect([MIGRATIONS[0]?.from, MIGRATIONS.at(-1)?.to]).toEqual([1, POLICY_VERSION]);
  });

  it('leave what they were given as it was', async () => {
    await fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('gate', 'lock', 'x'), fc.jsonValue()), (raw) => {
        const copy = structuredClone(raw);
        migrate(raw, 1);
        expect(raw).toEqual(copy);
      }),
    );
  });

  it.each<[string, object, object]>([
    [
      'the gate’s rules go to the top',
      { region: 'TH', gate: { lock: 'off', largeAudience: 5 } },
      { region: 'TH', lock: 'off', largeAudience: 5 },
    ],
    ['what nobody knows goes with them', { x: 1, gate: { y: 2 } }, { x: 1, y: 2 }],
    [
      'what stands at the top already stays, and the other is kept',
      { lock: 'enforce', gate: { lock: 'off', button: 'off' } },
      { lock: 'enforce', button: 'off', gate: { lock: 'off' } },
    ],
    ['a damaged gate is kept', { gate: 'damaged', region: 'TH' }, { gate: 'damaged', region: 'TH' }],
    ['a list is no gate', { gate: [1] }, { gate: [1] }],
    ['without a gate nothing changes', { marginSeconds: 5 }, { marginSeconds: 5 }],
  ])('from 1 to 2: %s', (_what, before, after) => {
    expect(migrate({ ...before }, 1)).toEqual(after);
  });

  it('from 1 to 2: no field of the gate becomes the prototype', () => {
    const moved = migrate(JSON.parse('{"gate": {"__proto__": {"lock": "off"}}}'), 1);
    expect(Object.getPrototypeOf(moved)).toBe(Object.prototype);
    expect(moved['lock']).toBeUndefined();
  });

  it('are not taken for what is in the present form', () => {
    expect(migrate({ version: 2, gate: { lock: 'off' } }, 2)).toEqual({ gate: { lock: 'off' } });
  });
});

describe('settings that were stored before there were layers', () => {
  const through = (stored: unknown): Policy => policyFor(effectivePolicy({ own: readLayer(stored).values }));

  it('mean what they meant', async () => {
    await fc.assert(
      fc.property(anyPolicy1, (stored) => {
        const { gate = {}, ...settings } = stored;
        const gateBefore = { ...DEFAULT_GATE_POLICY, ...gate };
        expect(through(stored)).toEqual({ ...DEFAULT_POLICY, ...settings, gate: gateBefore });
      }),
      { numRuns: 300 },
    );
  });

  it('that nobody had changed say nothing, so that a company’s default can be seen', () => {
    expect(readLayer(DEFAULT_POLICY).values.rules).toEqual({});
    const changed = { ...DEFAULT_POLICY, gate: { ...DEFAULT_GATE_POLICY, coolDownSeconds: 9 } };
    expect(readLayer(changed).values.rules).toEqual({ coolDownSeconds: 9 });
  });

  it('of a floor that nobody numbered say all that stands in them', () => {
    expect(
      readLayer({ marginSeconds: 60, gate: { lock: 'enforce' } }, 'managed-locked').values.rules,
    ).toEqual({
      marginSeconds: 60,
      lock: 'enforce',
    });
  });
});
