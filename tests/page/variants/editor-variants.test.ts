// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../support/dom-stand-ins.ts';
import { EDITOR_MUTATIONS } from '../../support/variants/editor-mutations.ts';
import { makeEditorPage } from '../../support/variants/editor-variant.ts';
import { judgeEditor } from '../../support/variants/judge-editor.ts';
import { PATIENCE_MS, seedsOf, showReport } from '../../support/variants/seeds.ts';
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
  test.each([
    { changes: 0, least: 1 },
    { changes: 1, least: 0.95 },
    { changes: 3, least: 0.8 },
  ])(
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
