import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  LARGEST_FILE_BYTES,
  readPolicyFile,
  UnusablePolicyFile,
} from '../../../scripts/policy/policy-file.ts';
import { ENGLISH_POLICY_WORDS, JAPANESE_POLICY_WORDS } from '../../../scripts/policy/words.ts';

const example = readFileSync(
  fileURLToPath(new URL('../../../docs/examples/policy.ja.json', import.meta.url)),
  'utf8',
);
const CHAT = 'U0123456789abcdef0123456789abcdef';
const read = (text: string) => readPolicyFile(text, ENGLISH_POLICY_WORDS);
const readFields = (fields: object) => read(JSON.stringify(fields));

function reasonsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UnusablePolicyFile) return error.reasons;
    throw error;
  }
  return [];
}

describe('the policy file of a supervisor', () => {
  it('becomes one field for each rule, and keys that name them all', () => {
    expect(readFields({ lock: 'enforce', largeAudience: 100, defaults: { contactNames: ['店長'] } })).toEqual(
      {
        lock: 'enforce',
        largeAudience: 100,
        defaults: { contactNames: ['店長'] },
        keys: ['defaults', 'largeAudience', 'lock'],
      },
    );
  });

  it('may be the documented example', () => {
    expect(read(example)['keys']).toEqual(expect.arrayContaining(['lock', 'customItems', 'defaults']));
  });

  it('may come from an editor that writes a byte order mark', () => {
    expect(read(`\uFEFF${example}`)).toEqual(read(example));
  });

  it('may be in the first form that Matta had', () => {
    expect(readFields({ version: 1, gate: { lock: 'observe' } })).toEqual({
      lock: 'observe',
      keys: ['lock'],
    });
  });

  it('has questions as a JSON text, also among what is recommended and for one account', () => {
    const items = [{ id: 'stock', text: { ja: '在庫は？' }, when: 'always', kind: 'number', right: null }];
    const rules = readFields({
      customItems: items,
      defaults: { customItems: items },
      accounts: { '@bakery': { customItems: items } },
    });
    const written = JSON.stringify(items);
    expect(rules).toMatchObject({
      customItems: written,
      defaults: { customItems: written },
      accounts: { '@bakery': { customItems: written } },
    });
  });

  it('does not demand what null says, which no browser can bring', () => {
    expect(readFields({ ownLinkHosts: null, defaults: { ownLinkHosts: null } })).toEqual({ keys: [] });
  });

  it.each<[string, object, string]>([
    ['an unknown name', { looks: 'enforce' }, 'looks: not a name that this version of Matta knows'],
    ['an unknown name among what is recommended', { defaults: { lok: 'off' } }, 'defaults / lok: not a name'],
    ['an unknown item', { items: { price: 'always' } }, 'items / price: not a name'],
    ['a bad value', { lock: 'sometimes' }, 'lock: not a valid value'],
    ['a bad value among others', { items: { account: 'never' } }, 'items / account: not a valid value'],
    ['a word where a number belongs', { largeAudience: '100' }, 'largeAudience: not a valid value'],
    ['too large a number', { coolDownSeconds: 1e9 }, 'coolDownSeconds: not a valid value'],
    [
      'a rule of the browser for one account',
      { accounts: { '@bakery': { lock: 'off' } } },
      'accounts / @bakery / lock: cannot differ',
    ],
    ['a bad name of an account', { accounts: { bakery: {} } }, 'accounts / bakery: not a valid value'],
    [
      'a bad value for one account',
      { accounts: { '@b': { override: 1 } } },
      'accounts / @b / override: not a valid',
    ],
    ['accounts that are none', { accounts: [] }, 'accounts: not a valid value'],
    ['defaults that are none', { defaults: 'off' }, 'defaults: not a valid value'],
    ['a newer form', { version: 99 }, 'version: '],
    ['its own list of keys', { keys: ['lock'] }, 'keys: this field is added by itself'],
    [
      'null for one account, over what holds for all',
      { accounts: { '@b': { ownLinkHosts: null } } },
      'accounts / @b / ownLinkHosts: a value that a policy of the browser cannot bring',
    ],
    ['a control character', { correctionText: 'a\u0000b' }, 'correctionText: a value that a policy'],
    ['half a letter', { contactNames: ['\ud83d'] }, 'contactNames / 1: a value that a policy'],
  ])('is refused for %s', (_, fields, reason) => {
    const [first = '', ...others] = reasonsOf(() => readFields(fields));
    expect(first).toContain(reason);
    expect(others).toEqual([]);
  });

  it.each([
    ['no JSON', '{ "lock": }', 'This is not JSON'],
    ['a list', '[]', 'The outermost part'],
    ['null', 'null', 'The outermost part'],
    ['__proto__', '{ "__proto__": { "lock": "off" } }', '__proto__: not a name'],
    ['its size', `{"a":"${'x'.repeat(LARGEST_FILE_BYTES)}"}`, 'The file is too large'],
    [
      'an endless number',
      `{ "windows": { "${CHAT}": { "mode": "day", "checkedAt": 1e999 } } }`,
      `windows / ${CHAT} / checkedAt: a value that`,
    ],
    ['its depth', '['.repeat(100_000), 'This is not JSON'],
  ])('is refused for %s', (_, text, reason) => {
    expect(reasonsOf(() => read(text)).join()).toContain(reason);
  });

  it('is refused with all reasons at once, in Japanese too', () => {
    const text = '{ "lock": "no", "lok": 1 }';
    expect(reasonsOf(() => readPolicyFile(text, JAPANESE_POLICY_WORDS)).toSorted()).toEqual([
      'lock: 正しくない値です。',
      'lok: このMattaにはない名前です。つづりを確かめてください。',
    ]);
  });
});
