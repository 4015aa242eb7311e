import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectivePolicy, policyFor } from '../../../src/domain/policy/effective-policy.ts';
import { LAYERS, type LayerName } from '../../../src/domain/policy/layer.ts';
import { POLICY_VERSION } from '../../../src/domain/policy/migrations.ts';
import { readLayer, writeLayer } from '../../../src/domain/policy/read-layer.ts';
import { RULE_KEYS, RULES, type RuleKey } from '../../../src/domain/policy/rules.ts';
import { anyRuleBook } from '../../support/policies.ts';

const stored = (fields: object) => ({ version: POLICY_VERSION, ...fields });
const LOCKED = 'managed-locked';
const problemsOf = (raw: unknown, layer: LayerName = 'own') =>
  readLayer(raw, layer).problems.map(({ kind, key, account, part }) =>
    [kind, account, key, part].filter((word) => word !== null).join(' '),
  );

describe('a layer that is as it should be', () => {
  it('is read as it was written, by any layer', async () => {
    await fc.assert(
      fc.property(anyRuleBook, fc.constantFrom(...LAYERS), ({ rules, accounts }, layer) => {
        const full = Object.fromEntries(
          Object.entries(accounts).filter(([, own]) => Object.keys(own).length > 0),
        );
        const { values, problems } = readLayer(stored({ ...rules, accounts }), layer);
        expect(values).toEqual({ rules, accounts: full, unknown: {}, unknownOfAccounts: {} });
        expect(problems.filter(({ kind }) => kind !== 'unknown')).toEqual([]);
      }),
    );
  });

  it('that is not there says nothing, and nothing is wrong with it', () => {
    for (const nothing of [undefined, null]) {
      const { values, problems } = readLayer(nothing, LOCKED);
      expect([values.rules, values.accounts, problems]).toEqual([{}, {}, []]);
    }
  });

  it('of another form of small and capital letters in a host is read', () => {
    expect(readLayer(stored({ ownLinkHosts: ['Komugi.JP'] })).values.rules).toEqual({
      ownLinkHosts: ['komugi.jp'],
    });
  });
});

describe('what this version does not know', () => {
  const strange = stored({
    ofTomorrow: { deep: [1] },
    lock: 'enforce',
    accounts: {
      '@bakery': { ofTomorrow: 1, largeAudience: 5, lock: 'off' },
      bakery: { largeAudience: 7 },
      '@hanabi': 3,
    },
  });

  it('is reported', () => {
    expect(problemsOf(strange)).toEqual([
      'unknown ofTomorrow',
      'unknown @bakery ofTomorrow',
      'not-for-accounts @bakery lock',
      'invalid bakery accounts',
      'invalid @hanabi accounts',
    ]);
  });

  it('is written back as it was', () => {
    expect(writeLayer(readLayer(strange).values)).toEqual(strange);
  });

  it('has no effect', () => {
    expect(policyFor(effectivePolicy({ own: readLayer(strange).values }))).toEqual(
      policyFor(effectivePolicy({})),
    );
  });

  it('is reported also among the names of items and of checks', () => {
    const raw = stored({ items: { 'of-tomorrow': 'always' }, checkLevels: { 'of-tomorrow': 'off' } });
    expect(problemsOf(raw)).toEqual(['unknown items of-tomorrow', 'unknown checkLevels of-tomorrow']);
    expect(writeLayer(readLayer(raw).values)).toEqual(raw);
  });

  it('stays where it was, whatever is set beside it', async () => {
    const strangers = fc.dictionary(
      fc.string().map((name) => `x${name}`),
      fc.jsonValue(),
      {
        noNullPrototype: true,
      },
    );
    await fc.assert(
      fc.property(anyRuleBook, strangers, ({ rules }, unknown) => {
        const raw = stored({ ...unknown, ...rules });
        expect(writeLayer(readLayer(raw).values)).toEqual(raw);
      }),
    );
  });

  it('of a newer version is read as far as it is known, and reported', () => {
    const newer = { version: 99, largeAudience: 5, ofTomorrow: 1 };
    expect(readLayer(newer).values.rules).toEqual({ largeAudience: 5 });
    expect(problemsOf(newer)).toEqual(['newer version', 'unknown ofTomorrow']);
  });
});

describe('damage', () => {
  it.each<[string, object, object, readonly string[]]>([
    [
      'of one value costs the others nothing',
      { largeAudience: 'many', lock: 'off' },
      { lock: 'off' },
      ['invalid largeAudience'],
    ],
    [
      'of a word costs the other words nothing',
      { cautionWords: ['必ず', 7, '', '無料'] },
      { cautionWords: ['必ず', '無料'] },
      ['invalid cautionWords 1', 'invalid cautionWords 2'],
    ],
    [
      'of one check’s level costs the other checks nothing',
      { checkLevels: { 'voom-on': 'loud', 'ab-test': 'off' } },
      { checkLevels: { 'ab-test': 'off' } },
      ['invalid checkLevels voom-on'],
    ],
    [
      'by a level that a check may not have',
      { checkLevels: { unreadable: 'off' } },
      { checkLevels: {} },
      ['invalid checkLevels unreadable'],
    ],
    [
      'by an item that has to be asked',
      { items: { people: 'never' } },
      { items: {} },
      ['invalid items people'],
    ],
    [
      'of one of the own questions',
      { customItems: [{ id: 'x' }] },
      { customItems: [] },
      ['invalid customItems 0'],
    ],
    [
      'of the version is as if there were none',
      { version: 'two', lock: 'off' },
      { lock: 'off' },
      ['invalid version'],
    ],
    ['of all accounts', { accounts: 'all' }, {}, ['invalid accounts']],
    ['by a list in place of names', { items: [] }, {}, ['invalid items']],
    [
      'by too many words: the first stay',
      { contactNames: Array(51).fill('店長') },
      { contactNames: Array(50).fill('店長') },
      ['too-many contactNames'],
    ],
  ])('%s', (_what, fields, rules, problems) => {
    expect(readLayer(stored(fields)).values.rules).toEqual(rules);
    expect(problemsOf(stored(fields))).toEqual(problems);
  });

  it.each([7, 'enforce', [], true])('%j is no layer', (raw) => {
    expect([readLayer(raw).values.rules, problemsOf(raw)]).toEqual([{}, ['not-a-policy']]);
  });

  it('names nothing that could not be shown', () => {
    const { problems } = readLayer(
      stored(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`${n}`.repeat(100), 1]))),
    );
    expect(problems).toHaveLength(100);
    for (const { key } of problems) expect(key?.length).toBeLessThanOrEqual(60);
  });
});

describe('damage in a layer that others may not loosen', () => {
  const ordered = RULE_KEYS.filter((key) => RULES[key].order !== 'none');

  it.each(ordered.map((key) => [key]))('of %s makes it the strictest', (key) => {
    const damage = stored({ [key]: Symbol.iterator });
    expect(readLayer(damage, LOCKED).values.rules).toEqual({ [key]: RULES[key].strictest });
    expect(readLayer(damage, 'signed').values.rules).toEqual({ [key]: RULES[key].strictest });
    expect(readLayer(damage, 'own').values.rules).toEqual({});
  });

  it.each<[string, object, object]>([
    [
      'of one name makes that name the strictest',
      { checkLevels: { 'voom-on': 'loud', 'ab-test': 'off' }, items: { people: 'never', test: 'large' } },
      { checkLevels: { 'voom-on': 'block', 'ab-test': 'off' }, items: { people: 'always', test: 'large' } },
    ],
    [
      'of a question’s condition asks it always',
      { customItems: [{ id: 'x', text: { ja: '？' }, kind: 'number', right: 3, when: [{ if: 'moonlit' }] }] },
      { customItems: [{ id: 'x', text: { ja: '？' }, kind: 'number', right: 3, when: 'always' }] },
    ],
    [
      'of a question’s answer asks it as a tick',
      { customItems: [{ id: 'x', text: { ja: '？' }, kind: 'drawing', when: 'always' }] },
      { customItems: [{ id: 'x', text: { ja: '？' }, kind: 'tick', when: 'always' }] },
    ],
    [
      'by too many words takes them all',
      { cautionWords: Array.from({ length: 300 }, (_, n) => `${n}`) },
      { cautionWords: Array.from({ length: 300 }, (_, n) => `${n}`) },
    ],
    [
      'of an own host leaves fewer hosts',
      { ownLinkHosts: ['komugi.jp', 'no host'] },
      { ownLinkHosts: ['komugi.jp'] },
    ],
    ['of a rule without an order takes the standard', { region: 'MARS' }, { region: 'JP' }],
    [
      'of how long the journal is kept loses nothing',
      { journalRetentionDays: 0 },
      { journalRetentionDays: 3_650 },
    ],
  ])('%s', (_what, fields, rules) => {
    expect(readLayer(stored(fields), LOCKED).values.rules).toEqual(rules);
    expect(problemsOf(stored(fields), LOCKED)).not.toEqual([]);
  });

  it('of one account’s value makes that the strictest, of the whole account leaves it under the rules for all', () => {
    const raw = stored({
      largeAudience: 100,
      accounts: { '@bakery': { secondPerson: 'sometimes' }, '@hanabi': 'strict' },
    });
    const { rules, accounts } = readLayer(raw, LOCKED).values;
    expect([rules, accounts]).toEqual([{ largeAudience: 100 }, { '@bakery': { secondPerson: 'always' } }]);
  });

  it('is never laxer than what was meant, but for words that nobody can guess', async () => {
    const endless: readonly string[] = ['cautionWords', 'holidays', 'customItems'];
    const bounded = ordered.filter((key) => !endless.includes(key));
    // `a.jp` in a list would be no damage but an own host.
    const noHost = fc.anything().filter((value) => typeof value !== 'string');
    await fc.assert(
      fc.property(anyRuleBook, fc.subarray([...bounded]), noHost, ({ rules }, keys, damage) => {
        const meant = readLayer(stored(rules), LOCKED).values;
        const spoilt = Object.fromEntries(keys.map((key) => [key, [damage]]));
        const read = readLayer(stored({ ...rules, ...spoilt }), LOCKED).values;
        const [before, after] = [meant, read].map((values) => effectivePolicy({ [LOCKED]: values }).rules);
        const lax = bounded.filter((key) => isLaxer(key, after?.[key].value, before?.[key].value));
        // An item of tomorrow is gone with the rest; nobody asks it today.
        expect(lax.filter((key) => key !== 'items')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('as a whole binds everybody to the standards of what has an order', () => {
    const { values } = readLayer('damaged', LOCKED);
    expect(Object.keys(values.rules).toSorted()).toEqual(ordered.toSorted());
    const lax = { lock: 'off', largeAudience: 100_000, checkLevels: { 'test-mark': 'off' }, region: 'TH' };
    const policy = effectivePolicy({ own: readLayer(stored(lax)).values, [LOCKED]: values });
    expect(policyFor(policy)).toEqual({ ...policyFor(effectivePolicy({})), region: 'TH' });
  });
});

describe('10,000 damaged layers', () => {
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<string>(...RULE_KEYS) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('accounts', 'version', 'gate', '__proto__', 'constructor', 'toString'),
    },
    { weight: 1, arbitrary: fc.string() },
  );
  const anything = fc.anything({
    maxDepth: 3,
    withNullPrototype: true,
    withBigInt: true,
    withMap: true,
    withSet: true,
    withDate: true,
  });
  const fields = fc
    .array(fc.tuple(name, anything), { maxLength: 8 })
    .map((entries) => Object.fromEntries(entries));
  const damaged = fc.oneof(
    anything,
    fields,
    fc.tuple(fields, fields).map(([all, one]) => ({ ...all, accounts: { '@bakery': one } })),
    // As JSON gives it: `__proto__` is then a field like any other.
    fields.map((of) =>
      JSON.parse(JSON.stringify(of, (_, value) => (typeof value === 'bigint' ? 0 : value)) ?? 'null'),
    ),
  );

  it('are read without an error, come to valid values only, and leave no floor laxer than no floor', async () => {
    const none = effectivePolicy({});
    await fc.assert(
      fc.property(damaged, fc.constantFrom(...LAYERS), (raw, layer) => {
        const { values, problems } = readLayer(raw, layer);
        expect(problems.length).toBeLessThanOrEqual(100);
        expect(Object.getPrototypeOf(values.rules)).toBe(Object.prototype);
        expect(Object.keys(values.rules).filter((key) => !RULE_KEYS.some((known) => known === key))).toEqual(
          [],
        );
        const policy = effectivePolicy({ [layer === 'built-in' ? 'own' : layer]: values });
        const floors = layer === 'signed' || layer === LOCKED;
        const lax = (key: RuleKey) => isLaxer(key, policy.rules[key].value, none.rules[key].value);
        if (floors) expect(RULE_KEYS.filter(lax)).toEqual([]);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });

  it('however huge or deep', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const words = Array.from({ length: 300_000 }, (_, n) => n);
    const names = Object.fromEntries(words.map((n) => [`check-${n}`, 'off']));
    for (const layer of ['own', LOCKED] as const) {
      for (const key of RULE_KEYS) expect(() => readLayer(stored({ [key]: deep }), layer)).not.toThrow();
      const { values } = readLayer(
        stored({
          cautionWords: words,
          checkLevels: { ...names, 'test-mark': 'inform' },
          customItems: [deep],
          ofTomorrow: deep,
        }),
        layer,
      );
      expect(values.rules.cautionWords).toEqual([]);
      expect(values.rules.checkLevels).toMatchObject({ 'test-mark': 'inform' });
      expect(Object.keys(values.rules.checkLevels ?? {}).length).toBeLessThanOrEqual(300);
    }
  });
});

function isLaxer<K extends RuleKey>(key: K, value: unknown, least: unknown): boolean {
  const { order } = RULES[key];
  return order !== 'none' && !(order.isAtLeast as (a: unknown, b: unknown) => boolean)(value, least);
}
