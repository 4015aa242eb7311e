// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../support/dom-stand-ins.ts';
import { EDITOR_MUTATIONS } from '../../support/variants/editor-mutations.ts';
import { makeEditorPage } from '../../support/variants/editor-variant.ts';
import { judgeEditor, judgeList } from '../../support/variants/judge-editor.ts';
import { everySeed, PATIENCE_MS, seedsOf, showReport, trials } from '../../support/variants/seeds.ts';
import { Tally } from '../../support/variants/tally.ts';
import { vary } from '../../support/variants/vary.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('an editor', () => {
  test.each(trials(1))(
    'with $changes changes of its page is read or doubted, and never misread',
    async ({ changes, least }) => {
      const tally = new Tally();
      for (const seed of seedsOf(1, changes)) {
        const { variant, by } = vary(makeEditorPage, EDITOR_MUTATIONS, seed, changes);
        tally.note(seed, by, await judgeEditor(variant));
      }
      showReport(tally.report(`editor, ${changes} at once`));
      expect(tally.first('wrong')).toEqual([]);
      expect(tally.rightShare()).toBeGreaterThanOrEqual(least);
    },
    PATIENCE_MS,
  );
});

test('a list with the same words is left alone', () => {
  const tally = new Tally();
  for (const seed of everySeed().slice(0, 60)) {
    const { variant, by } = vary(makeEditorPage, EDITOR_MUTATIONS, seed, 3);
    tally.note(seed, by, judgeList(variant));
  }
  expect(tally.first('wrong')).toEqual([]);
});
