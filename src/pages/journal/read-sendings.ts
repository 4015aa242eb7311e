import { readEntry } from '../../domain/journal/chain.ts';
import type { Entry } from '../../domain/journal/entry.ts';
import { type Sending, sendingsOf } from '../../domain/journal/sendings.ts';
import type { JournalPorts } from './journal-ports.ts';

/** Everything that went out, from the whole journal. Rejects when a part of it cannot be read. */
export async function readSendings(
  { stepFrom }: Pick<JournalPorts, 'stepFrom'>,
  onProgress: (count: number) => void,
): Promise<readonly Sending[]> {
  const entries: Entry[] = [];
  let from = 1;
  for (;;) {
    const { entries: stored } = await stepFrom(from);
    const last = stored.at(-1);
    if (last === undefined) return sendingsOf(entries);
    entries.push(...stored.flatMap((one) => readEntry(one) ?? []));
    from = last.seq + 1;
    onProgress(from - 1);
  }
}
