import { describe, expect, it } from 'vitest';
import { anchorsFor } from '../../../src/domain/line-anchors.ts';
import { anchorsRule } from '../../../src/domain/policy/anchors-rule.ts';

const read = (stored: unknown) => anchorsRule.read(stored, false);

describe('selectors in a policy', () => {
  it.each([
    { 'chat.outgoing': ['.talk-right', 'li[data-side="right"] > .talk'] },
    { 'chat.failed': ['i.la-times-circle'], 'manager.primary': ['button:not(.btn-light)'] },
    {},
  ])('are read: %j', (stored) => {
    expect(read(stored)).toEqual({ value: stored, flaws: [] });
  });

  it.each([
    ['a part that no policy may change', { 'chat.rowMenu': ['.x'] }],
    ['a part that is not known', { 'chat.nonsense': ['.x'] }],
    ['no list', { 'chat.run': '.x' }],
    ['an empty list', { 'chat.run': [] }],
    ['more than five', { 'chat.run': Array.from({ length: 6 }, (_, n) => `.x${n}`) }],
    ['a text that is too long', { 'chat.run': ['.x'.repeat(101)] }],
    ['several selectors in one', { 'chat.run': ['.x, div'] }],
    ['a style sheet', { 'chat.run': ['.x { color: red }'] }],
    ['markup', { 'chat.run': ['<b>'] }],
  ])('are refused as a whole with %s, and nothing changes', (_, stored) => {
    expect(read(stored).value).toBeUndefined();
    expect(read(stored).flaws).toEqual([{ part: null, kind: 'invalid' }]);
  });

  it('are given to the page that they are for', () => {
    const added = { 'chat.run': ['.a'], 'manager.section': ['.b'] };
    expect(anchorsFor('chat', added)).toEqual({ run: ['.a'] });
    expect(anchorsFor('manager', added)).toEqual({ section: ['.b'] });
  });
});
