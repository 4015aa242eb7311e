/** Adds an item to the next commit; fulfilled when that commit is done, rejected when it failed. */
export type AddToCommit<T> = (item: T) => Promise<void>;

/**
 * Items that arrive while a commit is under way share the next one: a burst costs two transactions, not one for each.
 * @param commit gets at least one item; never called again before its promise is settled
 */
export function groupCommit<T>(commit: (items: readonly T[]) => Promise<void>): AddToCommit<T> {
  let waiting: T[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  return (item) => {
    waiting.push(item);
    if (next === null) {
      const done = last.then(() => {
        const items = waiting;
        waiting = [];
        next = null;
        return commit(items);
      });
      next = done;
      last = done.catch(() => undefined);
    }
    return next;
  };
}
