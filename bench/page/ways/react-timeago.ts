import { createElement, type ReactPortal } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import TimeAgo from 'react-timeago';
import { deadlineOf, type Way } from '../way.ts';

/** react-timeago in its best case: one root, a portal into each row, drawn at once. */
export function reactTimeago(): Way {
  const root = createRoot(document.createElement('div'));
  const rowsOf: { readonly row: HTMLElement; readonly deadline: number }[] = [];
  let offset = 0;
  const draw = () => {
    const portals: readonly ReactPortal[] = rowsOf.map(({ row, deadline }, index) =>
      createPortal(createElement(TimeAgo, { date: deadline - offset }), row, String(index)),
    );
    flushSync(() => root.render(portals));
  };
  return {
    decorate(rows) {
      rowsOf.push(...rows.map((row) => ({ row, deadline: deadlineOf(row) })));
      draw();
    },
    tick() {
      offset += 60_000;
      draw();
    },
  };
}
