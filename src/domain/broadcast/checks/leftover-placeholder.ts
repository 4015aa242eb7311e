import type { Check } from '../finding.ts';
import { findMarks, type Marks } from './marks.ts';
import { passagesOf } from './passages.ts';
import { LIKELY_PLACEHOLDERS, SURE_PLACEHOLDERS } from './placeholder-patterns.ts';

/** Something that was to be filled in or taken out: 〇〇, XX, {名前}, 【要確認】, ダミーテキスト. */
export const leftoverPlaceholder: Check = {
  name: 'leftover-placeholder',
  level: 'block',
  find: ({ broadcast }) => passagesOf(broadcast).flatMap((passage) => findMarks(passage, MARKS)),
};

const MARKS: Marks = {
  sure: { patterns: SURE_PLACEHOLDERS, key: 'checkLeftoverPlaceholder' },
  likely: { patterns: LIKELY_PLACEHOLDERS, key: 'checkLikelyPlaceholder' },
};
