import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrictJson } from '../../../../src/domain/policy/signed-file/strict-json.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('strict JSON', () => {
  it.each<[string, string, string]>([
    ['nothing', '', 'not-json'],
    ['a mark of byte order before it', '\ufeff{}', 'not-json'],
    ['a comma too many', '{"a":1,}', 'not-json'],
    ['one key twice', '{"a":1,"b":2,"a":3}', 'duplicate-key'],
    ['one key twice, once escaped', String.raw`{"a":1,"\u0061":3}`, 'duplicate-key'],
    ['one key twice, far inside', '[{"x":[{"k":1 , "k" : 2}]}]', 'duplicate-key'],
    ['__proto__', '{"__proto__":{"lock":"off"}}', 'forbidden-key'],
    ['__proto__ in another spelling', String.raw`{"__pr\u006fto__":1}`, 'forbidden-key'],
    ['constructor', '{"a":{"constructor":1}}', 'forbidden-key'],
    ['21 brackets', nested(21), 'too-deep'],
    ['a hundred thousand brackets', nested(100_000), 'too-deep'],
    ['a hundred thousand open brackets', '['.repeat(100_000), 'not-json'],
  ])('with %s is refused', (_what, text, why) => {
    expect(readStrictJson(text)).toEqual({ ok: false, why });
  });

  it.each<[string, string]>([
    ['20 brackets', nested(20)],
    ['the same key in two objects', '[{"a":1},{"a":{"a":2}}]'],
    ['texts that look like keys and brackets', String.raw`{"a":"{\"b\":[[[","c":["a:","a\\"],"d":"}"}`],
    ['a forbidden word as a value', '["__proto__"]'],
  ])('with %s is read as JSON.parse reads it', (_what, text) => {
    expect(readStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it('reads whatever was written as JSON and is not deep', async () => {
    const json = fc.json({ maxDepth: 8 }).filter((text) => !/proto|constructor/.test(text));
    await fc.assert(
      fc.asyncProperty(json, async (text) => {
        expect(readStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { numRuns: 2_000 },
    );
  });
});
