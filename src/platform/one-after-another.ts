/**
 * Runs pieces of work one after the other, in the order in which they came, also when one fails. For changes that read,
 * edit and write back: two at once would read the same state, and the second would undo the first.
 */
export function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
