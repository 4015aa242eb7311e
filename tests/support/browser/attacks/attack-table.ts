import type { Attack, DialogAttack } from './attack.ts';

/** What one attack came to, over all variants. */
export interface AttackCount {
  readonly name: string;
  readonly sources: string;
  variants: number;
  presses: number;
  /** Broadcasts that reached the server. */
  deliveries: number;
}

/** Counts what attacks come to, and writes it down. */
export class AttackTable {
  readonly #rows: readonly AttackCount[];

  constructor(attacks: readonly (Pick<Attack, 'name' | 'sources'> | DialogAttack)[]) {
    this.#rows = attacks.map(({ name, sources }) => ({
      name,
      sources: sources.join(', '),
      variants: 0,
      presses: 0,
      deliveries: 0,
    }));
  }

  get rows(): readonly Readonly<AttackCount>[] {
    return this.#rows;
  }

  count(name: string, presses: number, deliveries: number): void {
    const row = this.#rows.find((each) => each.name === name);
    if (row === undefined) throw new RangeError(`no attack is called ${name}`);
    row.variants += 1;
    row.presses += presses;
    row.deliveries += deliveries;
  }

  /** As a table in Markdown, which can be read on a terminal too. */
  asText(): string {
    const head = '| attack | from | variants | presses | deliveries |';
    const rows = this.#rows.map(
      ({ name, sources, variants, presses, deliveries }) =>
        `| ${name} | ${sources} | ${variants} | ${presses} | ${deliveries} |`,
    );
    return [head, '|---|---|---|---|---|', ...rows].join('\n');
  }
}
