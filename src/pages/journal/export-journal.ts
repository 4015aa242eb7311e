import { isoDate } from '../../domain/calendar.ts';
import type { StoredEntry } from '../../domain/journal/entry.ts';
import { type CsvTitles, csvHead, csvLines } from '../../domain/journal/export-csv.ts';
import { jsonLines } from '../../domain/journal/export-jsonl.ts';
import type { JournalPorts } from './journal-ports.ts';

type ExportPorts = Pick<JournalPorts, 'clock' | 'stepFrom' | 'saveFile'>;

/** How a journal becomes a file. */
export interface FileForm {
  readonly ending: 'csv' | 'jsonl';
  readonly type: string;
  readonly head: string;
  readonly lines: (entries: readonly StoredEntry[]) => string;
}

/** A table for spreadsheets, with titles in the reader's language. */
export function csvForm(titles: CsvTitles): FileForm {
  return { ending: 'csv', type: 'text/csv;charset=utf-8', head: csvHead(titles), lines: csvLines };
}

/** The exact entries, for checking them without Matta. */
export const JSONL_FORM: FileForm = {
  ending: 'jsonl',
  type: 'application/jsonl',
  head: '',
  lines: jsonLines,
};

/**
 * Writes the whole journal into one file, step by step. Answers how many entries there were; without any there is no file.
 * Rejects when a part cannot be read; then there is no file either.
 */
export async function exportJournal(
  ports: ExportPorts,
  { ending, type, head, lines }: FileForm,
  onProgress: (count: number) => void,
): Promise<number> {
  const parts: string[] = [head];
  let count = 0;
  let from = 1;
  for (;;) {
    const { entries } = await ports.stepFrom(from);
    const last = entries.at(-1);
    if (last === undefined) break;
    parts.push(lines(entries));
    count += entries.length;
    from = last.seq + 1;
    onProgress(count);
  }
  if (count > 0) ports.saveFile(`matta-journal-${isoDate(ports.clock.now())}.${ending}`, type, parts);
  return count;
}
