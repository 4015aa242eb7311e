import type { Check, Found, Level } from '../finding.ts';
import { withoutOverlaps } from '../text/span.ts';
import { foundAt, type Passage, passagesOf, spansIn } from './passages.ts';
import { LIKELY_PLACEHOLDERS, SURE_PLACEHOLDERS } from './placeholder-patterns.ts';

/** Something that was to be filled in or taken out: 〇〇, XX, {名前}, 【要確認】, ダミーテキスト. */
export const leftoverPlaceholder: Check = {
  name: 'leftover-placeholder',
  level: 'block',
  find: ({ broadcast }) => passagesOf(broadcast).flatMap(placeholdersIn),
};

function placeholdersIn(passage: Passage): readonly Found[] {
  const spans = (patterns: readonly RegExp[], level: Level) =>
    patterns.flatMap((pattern) => spansIn(passage, pattern)).map((span) => ({ ...span, level }));
  const sure = withoutOverlaps(spans(SURE_PLACEHOLDERS, 'block'));
  const likely = withoutOverlaps(spans(LIKELY_PLACEHOLDERS, 'warn')).filter(
    ({ start, end }) => !sure.some((other) => start < other.end && other.start < end),
  );
  return [...sure, ...likely].map((span) =>
    span.level === 'block'
      ? foundAt(passage, span, 'checkLeftoverPlaceholder')
      : foundAt(passage, span, 'checkLikelyPlaceholder', [], 'warn'),
  );
}
