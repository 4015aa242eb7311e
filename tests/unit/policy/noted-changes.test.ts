import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LONGEST_VALUE, MOST_CHANGES, policyEventSchema } from '../../../src/domain/journal/policy-event.ts';
import { notedChanges } from '../../../src/domain/policy/noted-changes.ts';
import { policyChanges } from '../../../src/domain/policy/policy-changes.ts';
import { readLayer } from '../../../src/domain/policy/read-layer.ts';
import { RULE_KEYS, RULES } from '../../../src/domain/policy/rules.ts';
import { clockText, valueParts } from '../../../src/domain/policy/value-text.ts';
import { anyCodeUnit } from '../../support/broadcasts.ts';

const book = (stored: object) => readLayer(stored, 'signed').values;
const between = (before: object, after: object) =>
  notedChanges(policyChanges(book({ version: 2, ...before }), book({ version: 2, ...after }), 'no-demand'));
const first = (before: object, after: object) => {
  const change = between(before, after).changes?.[0];
  return [change?.before, change?.after];
};
const EVENT = { kind: 'policy', before: null, after: null, keys: [], kept: [] } as const;
const SECRET = { salt: 'a'.repeat(32), key: 'b'.repeat(64) };

describe('a changed rule in the journal', () => {
  it.each<[string, object, object, [string | null, string | null]]>([
    ['decided for the first time', {}, { lock: 'off' }, [null, 'off']],
    ['given free', { lock: 'off' }, {}, ['off', null]],
    ['a number', { largeAudience: 9 }, { largeAudience: 10 }, ['9', '10']],
    [
      'only the names that differ',
      { items: { test: 'never', links: 'large' } },
      { items: { test: 'always', links: 'large' } },
      ['test=never', 'test=always'],
    ],
    [
      'only the words that differ',
      { cautionWords: ['必ず', '絶対'] },
      { cautionWords: ['必ず', '最安'] },
      ['絶対', '最安'],
    ],
    ['a time', { quietHours: { from: 0, to: 60 } }, { quietHours: { from: 0, to: 0 } }, ['00:00-01:00', '']],
    ['any host', { ownLinkHosts: ['a.example'] }, { ownLinkHosts: null }, ['a.example', '*']],
    ['another order', { apologyTexts: ['a', 'b'] }, { apologyTexts: ['b', 'a'] }, ['a\nb', 'b\na']],
  ])('says %s', (_what, before, after, said) => {
    expect(first(before, after)).toEqual(said);
  });

  it('names approvers and says nothing of their passphrases, also where only these differ', () => {
    const was = { approvers: [{ name: '山田', ...SECRET }] };
    const is = { approvers: [{ name: '山田', ...SECRET, salt: 'c'.repeat(32) }] };
    const noted = between(was, is);
    expect(noted.changes).toMatchObject([{ rule: 'approvers', before: '山田', after: '山田' }]);
    expect(JSON.stringify(noted)).not.toMatch(/[abc]{32}/);
  });

  it('does not give away the right answers of questions', () => {
    const item = {
      id: 'budget',
      kind: 'word',
      text: { ja: '合言葉は？' },
      when: 'always',
      right: ['こたえ'],
    };
    const noted = between({}, { customItems: [item] });
    expect(noted.changes?.[0]?.after).toBe('budget: 合言葉は？');
    expect(JSON.stringify(noted)).not.toContain('こたえ');
  });

  it('says for which account it is', () => {
    const noted = between({}, { accounts: { '@bakery': { secondPerson: 'always' } } });
    expect(noted.changes).toEqual([
      { rule: 'secondPerson', account: '@bakery', before: null, after: 'always' },
    ]);
  });

  it('says which are recommendations', () => {
    const changes = policyChanges(book({}), book({ version: 2, lock: 'off' }), 'no-demand');
    expect(notedChanges([], changes).changes).toMatchObject([{ rule: 'lock', isDefault: true }]);
  });

  it('is short, however long its value is, on lines without signs that nobody sees', () => {
    const words = Array.from({ length: 200 }, (_, n) => `言葉${n}`);
    const [, after = ''] = first({}, { cautionWords: words });
    expect(after).toMatch(/^言葉0\n言葉1\n.*\n…\(\+\d+\)$/s);
    expect(after?.length).toBeLessThanOrEqual(LONGEST_VALUE + 20);
    const [, text] = first({}, { correctionText: `a\u202eb\r\n\tc${'長'.repeat(400)}` });
    expect(text).toMatch(/^a b c長+…$/);
    expect(text?.length).toBeLessThanOrEqual(LONGEST_VALUE);
  });

  it('is one of a bounded number, and the rest is counted', () => {
    const accounts = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [`@shop${n}`, { largeAudience: n + 1 }]),
    );
    const { changes, more } = between({}, { accounts });
    expect(changes).toHaveLength(MOST_CHANGES);
    expect(more).toBe(50 - MOST_CHANGES);
    expect(between({}, { lock: 'off' })).not.toHaveProperty('more');
  });

  it('has words for every rule’s standard and its strictest value, which an entry can hold', () => {
    for (const key of RULE_KEYS) {
      const { standard, strictest } = RULES[key];
      for (const value of [standard, strictest]) {
        for (const { text } of valueParts(key, value)) expect(text, key).not.toMatch(/undefined|object/);
        const change = { key, account: null, before: undefined, after: value, direction: 'other' } as const;
        const event = { ...EVENT, ...notedChanges([change]) };
        expect(v.safeParse(policyEventSchema, event).success, key).toBe(true);
      }
    }
  });

  it('fits into an entry whatever texts a policy holds', async () => {
    const texts = fc.array(fc.string({ unit: anyCodeUnit, minLength: 1, maxLength: 50 }), { maxLength: 30 });
    await fc.assert(
      fc.property(texts, texts, (was, is) => {
        const event = { ...EVENT, ...between({ cautionWords: was }, { cautionWords: is }) };
        expect(v.parse(policyEventSchema, JSON.parse(JSON.stringify(event)))).toEqual(event);
      }),
    );
  });
});

describe('a time of the day', () => {
  it.each([
    [0, '00:00'],
    [545, '09:05'],
    [1_440, '24:00'],
  ])('%d is %s', (minutes, text) => {
    expect(clockText(minutes)).toBe(text);
  });
});
