import { appendSpan, labelOf, type SpanLabel, type Way } from '../way.ts';

interface Label extends SpanLabel {
  readonly row: HTMLElement;
}

/** An oracle: it has a label on every row and is told for nothing which are on the screen; a minute writes only those. */
export function limitVisible(): Way {
  const labels: Label[] = [];
  let onScreen: readonly Label[] = [];
  let now = Date.now();
  return {
    decorate(rows) {
      for (const row of rows) labels.push({ row, ...appendSpan(row, now) });
      // After layout, where asking is free; the bench settles before it measures a tick.
      setTimeout(() => {
        onScreen = labels.filter(({ row }) => {
          const { top, bottom } = row.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
      }, 300);
    },
    tick() {
      now += 60_000;
      for (const { text, deadline } of onScreen) text.data = labelOf(deadline, now);
    },
  };
}
