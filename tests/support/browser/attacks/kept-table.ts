import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The document that keeps what the attacks came to. */
export const THREAT_MODEL = fileURLToPath(new URL('../../../../docs/threat-model.md', import.meta.url));

/** The tables in the document. */
export type TableName = 'attacks' | 'answered' | 'delays';

/** The document has no place for a table. */
export class NoTablePlace extends Error {
  override readonly name = 'NoTablePlace';
}

/** Shows a table, and keeps it in docs/threat-model.md when the tests run with `MATTA_TABLE=write`; else no file is changed. */
export async function showTable(name: TableName, table: string): Promise<void> {
  console.log(`\n${table}\n`);
  if (process.env['MATTA_TABLE'] !== 'write') return;
  const document = await readFile(THREAT_MODEL, 'utf8');
  const mark = `<!-- ${name} -->\n`;
  const written = document.replace(mark + keptTable(document, name), () => `${mark}${table}\n`);
  await writeFile(THREAT_MODEL, written);
}

/** What the document has between the marks of a table. @throws NoTablePlace */
export function keptTable(document: string, name: TableName): string {
  const found = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- end -->`).exec(document)?.[1];
  if (found === undefined) throw new NoTablePlace(`docs/threat-model.md has no marks for ${name}`);
  return found;
}
