import { deadlineOf, labelOf, type Way } from '../way.ts';

interface Label {
  readonly row: HTMLElement;
  readonly text: Text;
  readonly deadline: number;
}

/** An oracle: it has a label on every row and is told for nothing which are on the screen; a minute writes only those. */
export function limitVisible(): Way {
  const labels: Label[] = [];
  let onScreen: readonly Label[] = [];
  let now = Date.now();
  return {
    decorate(rows) {
      for (const row of rows) {
        const deadline = deadlineOf(row);
        const text = document.createTextNode(labelOf(deadline, now));
        const span = document.createElement('span');
        span.append(text);
        row.append(span);
        labels.push({ row, text, deadline });
      }
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
