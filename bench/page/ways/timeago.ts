import { cancel, register, render } from 'timeago.js';
import ja from 'timeago.js/esm/lang/ja';
import { deadlineOf, type Way } from '../way.ts';

/** timeago.js: a timer for each node. */
export function timeago(): Way {
  register('ja', ja);
  const made: HTMLElement[] = [];
  return {
    decorate(rows) {
      const added = rows.map((row) => {
        const element = document.createElement('time');
        element.setAttribute('datetime', String(deadlineOf(row)));
        row.append(element);
        return element;
      });
      made.push(...added);
      if (added.length > 0) render(added, 'ja');
    },
    tick() {
      for (const element of made) {
        cancel(element);
        element.setAttribute('datetime', String(Number(element.getAttribute('datetime')) - 60_000));
      }
      if (made.length > 0) render(made, 'ja');
    },
  };
}
