import { RelativeTimeElement } from '@github/relative-time-element';
import { deadlineOf, type Way } from '../way.ts';

/** GitHub's own element, in the way its documentation shows; it has one timer for all. */
export function relativeTimeElement(): Way {
  const made: { readonly element: RelativeTimeElement; deadline: number }[] = [];
  return {
    decorate(rows) {
      for (const row of rows) {
        const element = new RelativeTimeElement();
        const deadline = deadlineOf(row);
        element.setAttribute('lang', 'ja');
        element.setAttribute('format', 'relative');
        element.setAttribute('datetime', new Date(deadline).toISOString());
        row.append(element);
        made.push({ element, deadline });
      }
    },
    tick() {
      for (const one of made) {
        one.deadline -= 60_000;
        one.element.setAttribute('datetime', new Date(one.deadline).toISOString());
      }
    },
  };
}
