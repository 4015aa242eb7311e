import * as v from 'valibot';
import { type Head, readEntry } from '../domain/journal/chain.ts';
import { type StoredEntry, storedEntrySchema } from '../domain/journal/entry.ts';
import { endLine, jsonLines } from '../domain/journal/export-jsonl.ts';

const endSchema = v.object({ head: v.nullable(v.object({ seq: v.number(), hash: v.string() })) });

/** A journal as it was saved by „点検用に書き出す". */
export interface JournalFile {
  readonly entries: readonly StoredEntry[];
  /** The newest entry as Matta remembered it apart from the journal; null where the file does not say. */
  readonly head: Head | null;
  /** Lines that Matta has not written like this, counted from 1. */
  readonly oddLines: readonly number[];
}

/** Reads a file, whatever it holds. A line counts only if Matta would write it exactly so: then no byte of it can differ. */
export function readJournalFile(text: string): JournalFile {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const entries: StoredEntry[] = [];
  const oddLines: number[] = [];
  let head: Head | null = null;
  lines.forEach((line, index) => {
    const entry = readEntryLine(line);
    const end = index === lines.length - 1 ? readEndLine(line) : null;
    if (entry !== null) entries.push(entry);
    else if (end !== null) head = end.head;
    else oddLines.push(index + 1);
  });
  return { entries, head, oddLines };
}

function readEntryLine(line: string): StoredEntry | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), storedEntrySchema), line);
  if (!parsed.success || jsonLines([parsed.output]) !== `${line}\n`) return null;
  const entry = readEntry(parsed.output);
  return entry === null || entry.seq === parsed.output.seq ? parsed.output : null;
}

function readEndLine(line: string): { readonly head: Head | null } | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), endSchema), line);
  return parsed.success && endLine(parsed.output.head) === `${line}\n` ? parsed.output : null;
}
