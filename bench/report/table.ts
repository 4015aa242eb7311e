import { WAY_LABELS, WAY_NAMES } from '../page/way-names.ts';
import { STORE_LABELS, STORE_NAMES } from '../storage/store-names.ts';
import { times } from './goal.ts';
import type { MedianOf, Samples } from './samples.ts';

/** One line of a table: what is measured, and how often that is done. */
export interface Row {
  readonly says: string;
  /** The first part of the keys. */
  readonly what: string;
  readonly count: number;
}

/** A table of ratios: the cost of each column to that of `base`. */
export interface RatioTable {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly Row[];
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly base: string;
  /** What is subtracted from every column before; null where the whole cost is compared. */
  readonly without: string | null;
}

const SIZES = [100, 1_000, 10_000] as const;
const eachSize = (says: string, what: string): readonly Row[] =>
  SIZES.map((count) => ({ says, what, count }));

const ways = (...left: readonly string[]) =>
  WAY_NAMES.filter((name) => !left.includes(name)).map((name) => ({ name, label: WAY_LABELS[name] }));

/** The tables of a run, in the order in which they are shown. */
export const TABLES: readonly RatioTable[] = [
  {
    title: 'What is added to the page: ratios to the bare minimum',
    note: 'Processor time of the page’s main thread, without what the page alone takes for the same.',
    rows: [
      ...eachSize('decorate a conversation that opens', 'switch'),
      ...eachSize('come to a conversation that is open (Matta: with its whole start)', 'install'),
      ...eachSize('a minute passes, labels in view', 'tick'),
    ],
    columns: ways('page'),
    base: 'bare',
    without: 'page',
  },
  {
    title: 'The page’s own work with it: ratios to the page alone',
    note: 'Processor time of the page’s main thread for the whole of it.',
    rows: [
      ...eachSize('open another conversation', 'switch'),
      ...eachSize('a message is appended', 'append'),
      ...eachSize('50 older rows', 'prepend'),
      ...eachSize('a frame of scrolling to what was not seen yet', 'scrollNew'),
      ...eachSize('a frame of scrolling back', 'scroll'),
      ...eachSize('a change elsewhere on the page', 'churn'),
      ...eachSize('an idle minute', 'idle'),
    ],
    columns: ways(),
    base: 'page',
    without: null,
  },
  {
    title: 'Keeping sent messages: ratios to bare IndexedDB',
    note: 'Waiting time in a page of the extension; bare: a number as key, a number as value. A conversation, of which bare knows nothing, to usual IndexedDB.',
    rows: [
      { says: 'one message', what: 'put', count: 10_000 },
      { says: '50 at once', what: 'burst', count: 10_000 },
      { says: 'the first 100 that can be unsent', what: 'first100', count: 10_000 },
      { says: 'one conversation', what: 'conversation', count: 10_000 },
      { says: '5,000 expire', what: 'expire', count: 10_000 },
      { says: 'bytes on disk for each (medians: bytes)', what: 'bytes', count: 10_000 },
      { says: 'the first 100 that can be unsent', what: 'first100', count: 1_000_000 },
      { says: 'one conversation', what: 'conversation', count: 1_000_000 },
    ],
    columns: STORE_NAMES.map((name) => ({ name, label: STORE_LABELS[name] })),
    base: 'bareLimit',
    without: null,
  },
  {
    title: 'Asking the worker: ratios to a worker that answers a constant',
    note: 'Waiting time of a page of the extension, with 10,000 messages stored.',
    rows: [
      { says: 'first answer of a stopped worker', what: 'cold', count: 10_000 },
      { says: 'answer of a running worker', what: 'warm', count: 10_000 },
    ],
    columns: [
      { name: 'constant', label: 'constant' },
      { name: 'matta', label: '**Matta**' },
    ],
    base: 'constant',
    without: null,
  },
  {
    title: 'The gate: ratios to the page alone',
    note: 'Waiting time of the page, but for the thousand requests, which is processor time.',
    rows: [
      { says: 'a harmless request', what: 'harmless', count: 1 },
      { says: 'a draft, from press to server', what: 'draft', count: 1 },
      { says: 'requests within a second', what: 'hook', count: 1_000 },
    ],
    columns: [
      { name: 'page', label: 'page alone' },
      { name: 'matta', label: '**Matta**' },
    ],
    base: 'page',
    without: null,
  },
];

/** A table in Markdown; rows of which nothing was measured are left out, and a table without rows is empty. */
export function ratioTable(table: RatioTable, samples: Samples): string {
  const rows = table.rows.flatMap((row) => {
    const line = rowOf(table, row, samples);
    return line === null ? [] : [line];
  });
  if (rows.length === 0) return '';
  const head = ['what', 'N', ...table.columns.map(({ label }) => label)];
  return [
    `### ${table.title}`,
    '',
    `${table.note} In brackets: the medians, ms where nothing else is said. ±: half of where nine of ten runs would lie.`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}

function rowOf(table: RatioTable, { says, what, count }: Row, samples: Samples): readonly string[] | null {
  const key = (name: string) => `${what}/${count}/${name}`;
  if (!table.columns.some(({ name }) => samples.has(key(name)))) return null;
  const base = [table.base, 'usualRaw', 'matta'].find((name) => samples.has(key(name))) ?? table.base;
  // A tick that is told to happen has nothing of the page in it.
  const minus = (name: string) => (what === 'tick' && name !== 'matta' ? null : table.without);
  const cells = table.columns.map(({ name }) => {
    if (!samples.has(key(name))) return '–';
    const cost = (m: MedianOf, of: string) => {
      const without = minus(of);
      return m(key(of)) - (without === null ? 0 : m(key(without)));
    };
    const { value, low, high } = samples.estimate((m) => times(cost(m, name), cost(m, base)));
    const own = `(${short(cost((each) => samples.median(each), name))})`;
    return Number.isNaN(value)
      ? `lost in noise ${own}`
      : `${short(value)} ±${short((high - low) / 2)} ${own}`;
  });
  return [says, count.toLocaleString('en'), ...cells];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Three digits that mean something. */
export function short(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits);
}
