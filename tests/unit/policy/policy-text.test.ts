import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_POLICY, policyText, readPolicyText } from '../../../src/domain/policy/policy-text.ts';
import { TEMPLATES } from '../../../src/domain/policy/templates.ts';

const empty = { unknown: {}, unknownOfAccounts: {} };
const read = (text: string) => {
  const reading = readPolicyText(text);
  if (reading.kind !== 'read') throw new Error(`refused: ${reading.why}`);
  return reading;
};

describe('the text of a policy', () => {
  it('says what the policy says when it is read again, with all that is unknown in its place', () => {
    const values = {
      ...TEMPLATES['company-review'],
      unknown: { moonPhase: { full: true } },
      unknownOfAccounts: { '@bakery': { moonPhase: 7 } },
    };
    const again = read(policyText(values));
    expect(again.values).toEqual(values);
    expect(again.problems.map(({ kind, key, account }) => [kind, key, account])).toEqual([
      ['unknown', 'moonPhase', null],
      ['unknown', 'moonPhase', '@bakery'],
    ]);
  });

  it.each([
    { what: 'nothing', text: '', why: 'not-json' },
    {
      what: 'half a policy',
      text: policyText({ ...TEMPLATES['small-shop'], ...empty }).slice(0, 300),
      why: 'not-json',
    },
    { what: 'null', text: 'null', why: 'not-a-policy' },
    { what: 'a list', text: '[1]', why: 'not-a-policy' },
    { what: 'a number', text: '7', why: 'not-a-policy' },
    { what: 'an object of something else', text: '{"name":"package","scripts":{}}', why: 'nothing-known' },
    { what: 'a crowd of letters', text: `{"lock":"enforce"}${' '.repeat(LONGEST_POLICY)}`, why: 'too-large' },
    {
      what: 'a tower of brackets',
      text: `{"lock":"enforce","x":${'['.repeat(40)}${']'.repeat(40)}}`,
      why: 'too-large',
    },
    {
      what: 'a crowd of words',
      text: JSON.stringify({ version: 2, cautionWords: Array.from({ length: 90_000 }, (_, n) => `w${n}`) }),
      why: 'too-many',
    },
    {
      what: 'a word too many for one account',
      text: JSON.stringify({
        version: 2,
        accounts: { '@bakery': { cautionWords: Array.from({ length: 201 }, (_, n) => `w${n}`) } },
      }),
      why: 'too-many',
    },
    {
      what: 'a crowd of accounts',
      text: JSON.stringify({
        version: 2,
        accounts: Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`@a${n}`, { leadMinutes: 9 }])),
      }),
      why: 'too-many',
    },
    { what: 'a million brackets', text: '['.repeat(900_000), why: 'too-large' },
  ])('is refused where it is $what', ({ text, why }) => {
    expect(readPolicyText(text)).toEqual({ kind: 'refused', why });
  });

  it('is looked at once, however many quotes and escapes it has', () => {
    const before = performance.now();
    for (const part of ['\\"', '"', '"\\', '"["', '\\']) {
      expect(readPolicyText(`{"lock":"${part.repeat(450_000)}`).kind).toBe('refused');
    }
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('is not deep because of brackets within its words, nor spoilt by a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify({ version: 2, correctionText: `"${'[{'.repeat(100)}\\` })}`;
    expect(read(text).values.rules.correctionText).toBe(`"${'[{'.repeat(100)}\\`);
  });

  it('is read as the strictest where it is damaged, and says so', () => {
    const { values, problems } = read('{"version":2,"lock":"sometimes","largeAudience":-1}');
    expect(values.rules).toEqual({ lock: 'enforce', largeAudience: 1 });
    expect(problems.map(({ kind, key }) => [kind, key])).toEqual([
      ['invalid', 'lock'],
      ['invalid', 'largeAudience'],
    ]);
  });

  it('does no harm through the name of a prototype', () => {
    const { values } = read(
      '{"version":2,"lock":"enforce","__proto__":{"lock":"off"},"accounts":{"__proto__":{"items":{}}}}',
    );
    expect(values.rules).toEqual({ lock: 'enforce' });
    expect(Reflect.get({}, 'lock')).toBeUndefined();
  });

  it('never fails, whatever it is', async () => {
    await fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((part) => `{"items":${part},"accounts":${part}}`),
        ),
        (text) => {
          const reading = readPolicyText(text);
          if (reading.kind === 'read')
            expect(read(policyText(reading.values)).values).toEqual(reading.values);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
