import { appendSpan, labelOf, type SpanLabel, type Way } from '../way.ts';

/** The bare minimum of doing it for every row: one span with one text node each; a minute writes all texts, nothing else. */
export function bare(): Way {
  const labels: SpanLabel[] = [];
  let now = Date.now();
  return {
    decorate(rows) {
      for (const row of rows) labels.push(appendSpan(row, now));
    },
    tick() {
      now += 60_000;
      for (const { text, deadline } of labels) text.data = labelOf(deadline, now);
    },
  };
}
