import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameContent } from '../../../src/content/network-gate/same-content.ts';
import { stableText } from '../../../src/line/manager/requests/stable-text.ts';

describe('two bodies are the same', () => {
  test.each([
    ['letter by letter', 'payload=1', 'payload=1', true],
    ['never when one cannot be read', null, null, false],
    ['not when only one can be read', '{}', null, false],
    ['not when they are no JSON and differ', 'payload=1', 'payload=2', false],
    ['not when only one is JSON', '{}', '{', false],
    ['in another order of keys', '{"a":1,"b":[2]}', '{"b":[2],"a":1}', true],
    ['not in another order of a list', '[1,2]', '[2,1]', false],
    ['not with one more value', '{"a":1}', '{"a":1,"b":2}', false],
    ['not with one less', '{"a":1,"b":2}', '{"a":1}', false],
    ['not with a longer list', '[1]', '[1,2]', false],
    ['not when a list has become an object', '[]', '{}', false],
    ['not when a number has become a text', '{"a":1}', '{"a":"1"}', false],
    ['whatever their tokens are', '{"a":1,"updateToken":"x"}', '{"a":1,"updateToken":"y"}', true],
    ['also when one has no token', '{"a":{"requestId":"x"}}', '{"a":{}}', true],
    ['not when what only ends like a token differs', '{"text":"token a"}', '{"text":"token b"}', false],
    ['not when an inherited name hides a difference', '{"toString":1}', '{}', false],
  ])('%s', (_, a, b, same) => {
    expect([isSameContent(a, b), isSameContent(b, a)]).toEqual([same, same]);
  });

  test('not when they are nested deeper than anybody looks', () => {
    const deep = (leaf: number) => `${'['.repeat(30)}${leaf}${']'.repeat(30)}`;
    expect(isSameContent(deep(1), `${deep(1)} `)).toBe(false);
    expect(isSameContent(deep(1), deep(1))).toBe(true);
  });

  test('exactly when their stable texts are', async () => {
    const key = fc.constantFrom('a', 'b', 'balloons', 'updateToken', 'nonce', '__proto__', 'status');
    const { value } = fc.letrec((tie) => ({
      leaf: fc.constantFrom(null, true, 0, 1, '', 'DRAFTED'),
      value: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((fields) => Object.fromEntries(fields)),
      ),
    }));
    await fc.assert(
      fc.property(value, value, (a, b) => {
        const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
        const expected = stableText(JSON.parse(one)) === stableText(JSON.parse(other));
        expect(isSameContent(one, other)).toBe(expected);
        expect(isSameContent(one, ` ${one}`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
