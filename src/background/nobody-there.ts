/**
 * True for the error of a message to a tab in which no script of ours listens: one that was open before Matta, or is just
 * loading. Chrome tells this case apart by its text alone, as in messaging/bus.ts.
 */
export function isNobodyThere(error: unknown): boolean {
  return /receiving end does not exist/i.test(String(error));
}
