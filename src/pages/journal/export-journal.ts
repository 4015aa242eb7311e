import { isoDate } from '../../domain/calendar.ts';
import type { Head } from '../../domain/journal/chain.ts';
import type { StoredEntry } from '../../domain/journal/entry.ts';
import { type CsvTitles, type CsvWords, csvHead, csvLines } from '../../domain/journal/export-csv.ts';
import { endLine, jsonLines } from '../../domain/journal/export-jsonl.ts';
import type { JournalPorts } from './journal-ports.ts';

type ExportPorts = Pick<JournalPorts, 'clock' | 'stepFrom' | 'saveFile'>;

/** How a journal becomes a file. */
export interface FileForm {
  readonly ending: 'csv' | 'jsonl';
  readonly type: string;
  readonly head: string;
  readonly lines: (entries: readonly StoredEntry[]) => string;
  /** What stands at the end, with the newest entry as the second store remembers it. */
  readonly end: (head: Head | null) => string;
}

/** A table for spreadsheets, with titles in the reader's language. */
export function csvForm(titles: CsvTitles, words: CsvWords): FileForm {
  return {
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
    head: csvHead(titles),
    lines: (entries) => csvLines(entries, words),
    end: () => '',
  };
}

/** The exact entries, for checking them without Matta. */
export const JSONL_FORM: FileForm = {
  ending: 'jsonl',
  type: 'application/jsonl',
  head: '',
  lines: jsonLines,
  end: endLine,
};

/**
 * Writes the whole journal into one file, step by step. Answers how many entries there were; without any there is no file.
 * Rejects when a part cannot be read; then there is no file either.
 */
export async function exportJournal(
  ports: ExportPorts,
  { ending, type, head, lines, end }: FileForm,
  onProgress: (count: number) => void,
): Promise<number> {
  const parts: string[] = [head];
  let count = 0;
  let from = 1;
  let isLastLook = false;
  for (;;) {
    const step = await ports.stepFrom(from);
    const last = step.entries.at(-1);
    if (last === undefined) {
      // An entry that was written between the two stores just now shall not look like a lost one in the file.
      if (isLastLook || (step.head?.seq ?? 0) < from) {
        parts.push(end(step.head));
        break;
      }
      isLastLook = true;
      continue;
    }
    parts.push(lines(step.entries));
    count += step.entries.length;
    from = last.seq + 1;
    onProgress(count);
  }
  if (count > 0) ports.saveFile(`matta-journal-${isoDate(ports.clock.now())}.${ending}`, type, parts);
  return count;
}
