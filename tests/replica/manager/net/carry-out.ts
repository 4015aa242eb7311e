import type { WorkerTask } from './by-worker.ts';
import type { Reply } from './message.ts';

/** Runs in a worker: sends what the page described. */
export async function carryOut({ address, init }: WorkerTask): Promise<Reply> {
  try {
    const response = await fetch(address, init);
    return { end: response.status, text: await response.text() };
  } catch {
    return { end: 'network', text: '' };
  }
}
