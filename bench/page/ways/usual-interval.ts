import { deadlineOf, labelOf, type Way } from '../way.ts';

/** What is usually written: a span for each row, and once a second all of them are looked up and written. */
export function usualInterval(): Way {
  let offset = 0;
  const writeAll = () => {
    for (const span of document.querySelectorAll<HTMLElement>('span.time-left'))
      span.textContent = labelOf(Number(span.dataset['deadline']), Date.now() + offset);
  };
  let isStarted = false;
  return {
    decorate(rows) {
      for (const row of rows) {
        const span = document.createElement('span');
        span.className = 'time-left';
        span.dataset['deadline'] = String(deadlineOf(row));
        span.textContent = labelOf(deadlineOf(row), Date.now() + offset);
        row.append(span);
      }
      if (!isStarted) setInterval(writeAll, 1_000);
      isStarted = true;
    },
    tick() {
      offset += 60_000;
      writeAll();
    },
  };
}
