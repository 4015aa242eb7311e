/** Beginnings that make a spreadsheet take a cell for a formula: OWASP ASVS 1.2.10, CWE-1236, and `|`, `%` of older ones. */
const FORMULA = /^[\s\p{C}]*[=+\-\u2212@|%]|^\s*[\t\r\n]/u;
const GUARD = "'";

/**
 * A cell as it stands in a file: quoted, and with an apostrophe before whatever a spreadsheet could run. Full-width signs
 * count as well, a Japanese spreadsheet may turn them into plain ones; so do signs after blanks.
 */
export function csvCell(text: string): string {
  return `"${guarded(text).replaceAll('"', '""')}"`;
}

/** The text of a guarded cell, once a reader has taken the quotes off. */
export function withoutGuard(cell: string): string {
  const rest = cell.slice(GUARD.length);
  return cell.startsWith(GUARD) && needsGuard(rest) ? rest : cell;
}

function guarded(text: string): string {
  return needsGuard(text) ? `${GUARD}${text}` : text;
}

/** A text that looks guarded is guarded once more, so that the guard can be told from what was there before. */
function needsGuard(text: string): boolean {
  return FORMULA.test(text.replace(/^'+/, '').normalize('NFKC'));
}
