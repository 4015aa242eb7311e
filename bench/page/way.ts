/** One way to show on every outgoing row how long it can still be unsent. It runs in the page. */
export interface Way {
  /** Puts a label on each of these rows, of which none has one. */
  decorate(rows: readonly HTMLElement[]): void;
  /** A minute has passed: every label that the way shows says the next thing. Ways with timers of their own do so by them, too. */
  tick(): void;
}

/** The least that a label can be, at the end of its row: one span with one text node. */
export interface SpanLabel {
  readonly text: Text;
  readonly deadline: number;
}

/** Puts the least label on a row. */
export function appendSpan(row: HTMLElement, now: number): SpanLabel {
  const deadline = deadlineOf(row);
  const text = document.createTextNode(labelOf(deadline, now));
  const span = document.createElement('span');
  span.append(text);
  row.append(span);
  return { text, deadline };
}

/** When a label's promise ends: an hour after the message was sent, epoch ms. */
export function deadlineOf(row: Element): number {
  const truth: unknown = Reflect.get(row, 'practiceTruth');
  const told: unknown = typeof truth === 'function' ? Reflect.apply(truth, row, []) : null;
  return typeof told === 'object' && told !== null && 'sentAt' in told ? Number(told.sentAt) + 3_600_000 : 0;
}

/** The same words for all that may choose them. */
export function labelOf(deadline: number, now: number): string {
  return `あと${Math.floor((deadline - now) / 60_000)}分`;
}
