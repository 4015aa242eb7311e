import type { AttackSource } from './attack.ts';

/** What one attack came to, over all pages that it was tried on. */
export interface AttackCount {
  readonly name: string;
  readonly sources: string;
  pages: number;
  presses: number;
  /** Broadcasts that reached the server without having been answered for. */
  deliveries: number;
}

/** Counts what attacks come to, and writes it down. */
export class AttackTable {
  readonly #rows: readonly AttackCount[];

  constructor(attacks: readonly { readonly name: string; readonly sources: readonly AttackSource[] }[]) {
    this.#rows = attacks.map(({ name, sources }) => ({
      name,
      sources: sources.join(', '),
      pages: 0,
      presses: 0,
      deliveries: 0,
    }));
  }

  get rows(): readonly Readonly<AttackCount>[] {
    return this.#rows;
  }

  /** @throws RangeError for an attack that is not in the table */
  count(name: string, presses: number, deliveries: number): void {
    const row = this.#rows.find((each) => each.name === name);
    if (row === undefined) throw new RangeError(`no attack is called ${name}`);
    row.pages += 1;
    row.presses += presses;
    row.deliveries += deliveries;
  }

  /** As a table in Markdown, which can be read on a terminal too. */
  asText(): string {
    const rows = this.#rows.map(
      ({ name, sources, pages, presses, deliveries }) =>
        `| ${name} | ${sources} | ${pages} | ${presses} | ${deliveries} |`,
    );
    return [
      '| attack | from | pages | presses | unanswered deliveries |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n');
  }
}

/** The names in the first column of such a table. */
export function namesIn(table: string): readonly string[] {
  return table
    .split('\n')
    .slice(2)
    .filter((row) => row !== '')
    .flatMap((row) => row.split(' | ')[0]?.replace(/^\| /, '') ?? []);
}
