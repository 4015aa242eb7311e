/**
 * Asks the browser not to drop the records when the disk runs full; only a page may ask, not the worker. A refusal is no
 * fault, and a browser that cannot even answer shall not keep the page from being used.
 */
export async function askToKeepRecords(storage: Pick<StorageManager, 'persist'>): Promise<void> {
  try {
    await storage.persist();
  } catch (error) {
    console.warn('Matta could not ask for lasting storage:', error);
  }
}
