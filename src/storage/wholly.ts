/** What is used of a transaction of `idb`. */
interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/**
 * Does some work in a transaction that has just begun: complete when the promise is fulfilled, undone when it is rejected.
 * @param work waits for nothing but the transaction's own requests
 */
export async function wholly<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  const [worked, done] = await Promise.allSettled([
    work().catch((error: unknown) => {
      abort(transaction);
      throw error;
    }),
    transaction.done,
  ]);
  // The transaction knows why it was aborted (no room, for one), its requests only that it was.
  if (transaction.error !== null) throw transaction.error;
  if (worked.status === 'rejected') throw worked.reason;
  if (done.status === 'rejected') throw done.reason;
  return worked.value;
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // Aborted by the browser already: that is what made the work fail.
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
  }
}
