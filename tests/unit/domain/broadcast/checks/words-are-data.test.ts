import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cautionWords } from '../../../../../src/domain/broadcast/checks/caution-words.ts';
import { DEFAULT_GATE_POLICY } from '../../../../../src/domain/policy/gate-policy.ts';
import { findingsIn, outline, saying } from './check-bench.ts';

const wordsIn = (text: string, words: string[]) =>
  outline(cautionWords, { ...saying(text), policy: { ...DEFAULT_GATE_POLICY, cautionWords: words } });

describe('a word of a supervisor’s that looks like a regular expression', () => {
  it.each(['.*', '(a+)+$', '[', '\\', '^', '必ず|絶対', '$&', '(?<x>', '%s', '.'])(
    '%j is found as it is written, and nowhere else',
    (word) => {
      expect(wordsIn(`これは ${word} です。`, [word])).toEqual([`warn ${word}`]);
      expect(wordsIn('必ず届くあんぱんaaaa', [word])).toEqual([]);
    },
  );

  it('costs no more than any other: 200 words that would never end as expressions', () => {
    const text = `${'a'.repeat(5_000)}!`;
    const words = Array.from({ length: 200 }, (_, at) => `(a+)+${at}$`);
    const before = performance.now();
    expect(wordsIn(text, words)).toEqual([]);
    // A single one of them, taken as an expression, would take longer than the universe has been there.
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('any word is found exactly where it stands', async () => {
    await fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), (word) => {
        const findings = findingsIn(cautionWords, {
          ...saying(`見本${word}見本`),
          policy: { ...DEFAULT_GATE_POLICY, cautionWords: [word] },
        });
        expect(findings.length).toBe(word.trim() === '' ? 0 : 1);
      }),
    );
  });
});
