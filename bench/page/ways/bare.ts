import { deadlineOf, labelOf, type Way } from '../way.ts';

/** The bare minimum of doing it for every row: one span with one text node each; a minute writes all texts, nothing else. */
export function bare(): Way {
  const labels: { readonly text: Text; readonly deadline: number }[] = [];
  let now = Date.now();
  return {
    decorate(rows) {
      for (const row of rows) {
        const deadline = deadlineOf(row);
        const text = document.createTextNode(labelOf(deadline, now));
        const span = document.createElement('span');
        span.append(text);
        row.append(span);
        labels.push({ text, deadline });
      }
    },
    tick() {
      now += 60_000;
      for (const { text, deadline } of labels) text.data = labelOf(deadline, now);
    },
  };
}
