/** A line of a table, or of plain text: then it is one cell. */
export interface TableLine {
  /** Of the pasted text, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The lines of a text that was copied or saved: cells apart from each other by tabs, or by commas as in a CSV file, where a cell in
 * quotes may go over several lines. Empty lines are left out.
 */
export function tableLines(text: string): readonly TableLine[] {
  const plain = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  const separator = plain.includes('\t') ? '\t' : isCsv(plain) ? ',' : null;
  const lines = separator === null ? plainLines(plain) : separatedLines(plain, separator);
  return lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** A comma in a sentence or in a number makes no table: quotes do, or several commas without a blank behind in every line. */
function isCsv(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 && (/^"|,"/.test(text) || lines.every((line) => line.split(/,(?=\S)/).length > 2));
}

function plainLines(text: string): readonly TableLine[] {
  return text.split('\n').map((line, at) => ({ line: at + 1, cells: [line.trim()] }));
}

/** A cell in quotes, with whatever stands between them and the next separator, or one without. */
const CELLS = {
  '\t': /[^\S\t\n]*"((?:[^"]|"")*)"[^\t\n]*|([^\t\n]*)/y,
  ',': /[^\S\n]*"((?:[^"]|"")*)"[^,\n]*|([^,\n]*)/y,
} as const;

function separatedLines(text: string, separator: keyof typeof CELLS): readonly TableLine[] {
  const pattern = new RegExp(CELLS[separator]);
  const lines: TableLine[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  for (let at = 0; at <= text.length; at += 1) {
    pattern.lastIndex = at;
    const [whole = '', quoted, bare = ''] = pattern.exec(text) ?? [];
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    line += whole.split('\n').length - 1;
    // At the separator, the end of the line, or that of the text.
    at += whole.length;
    if (text[at] === separator) continue;
    lines.push({ line: begun, cells });
    cells = [];
    line += 1;
    begun = line;
  }
  return lines;
}
