import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MedianOf, Samples } from './samples.ts';
import { short } from './table.ts';

const README = fileURLToPath(new URL('../../README.md', import.meta.url));
const [START, END] = ['<!-- bench -->\n', '<!-- end of bench -->'];

interface Line {
  readonly says: string;
  readonly matta: string;
  readonly minimum: string;
  readonly minimumIs: string;
  readonly others: readonly (readonly [name: string, key: string])[];
  /** Subtracted from everything; null where nothing is. */
  readonly without: string | null;
}

const LABELS = (what: string) =>
  [
    ['@github/relative-time-element', `${what}/1000/relativeTimeElement`],
    ['timeago.js', `${what}/1000/timeago`],
    ['react-timeago', `${what}/1000/reactTimeago`],
  ] as const;

const LINES: readonly Line[] = [
  {
    says: 'labels for a conversation of 1,000 messages that opens',
    matta: 'switch/1000/matta',
    minimum: 'switch/1000/bare',
    minimumIs: 'a span with text for each',
    others: LABELS('switch'),
    without: 'switch/1000/page',
  },
  {
    says: 'an idle minute in it',
    matta: 'idle/1000/matta',
    minimum: 'idle/1000/usualInterval',
    minimumIs: 'the usual interval of a second',
    others: LABELS('idle'),
    without: 'idle/1000/page',
  },
  {
    says: 'the first hundred of 10,000 stored messages',
    matta: 'first100/10000/matta',
    minimum: 'first100/10000/bareLimit',
    minimumIs: 'bare IndexedDB',
    others: [
      ['dexie', 'first100/10000/dexie'],
      ['pouchdb', 'first100/10000/pouchdb'],
      ['chrome.storage.local', 'first100/10000/storageKeys'],
    ],
    without: null,
  },
  {
    says: '5,000 stored messages expire',
    matta: 'expire/10000/matta',
    minimum: 'expire/10000/bareLimit',
    minimumIs: 'bare IndexedDB',
    others: [
      ['dexie', 'expire/10000/dexie'],
      ['pouchdb', 'expire/10000/pouchdb'],
      ['chrome.storage.local', 'expire/10000/storageKeys'],
    ],
    without: null,
  },
];

/** The short table of the README: how many times the cost of a raw way each thing is. */
export function readmeTable(samples: Samples): string {
  const rows = LINES.map(({ says, matta, minimum, minimumIs, others, without }) => {
    const cost = (m: MedianOf, key: string) => m(key) - (without === null ? 0 : m(without));
    const times = (key: string) => short(samples.estimate((m) => cost(m, key) / cost(m, minimum)).value);
    const peers = others.map(([name, key]) => `${name} ${times(key)}`).join(', ');
    return `| ${says} | 1 = ${minimumIs} | **${times(matta)}** | ${peers} |`;
  });
  return ['| what | measure | Matta | others |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/** Puts the table of a whole run into the README, between its marks. */
export async function writeReadmeTable(samples: Samples): Promise<void> {
  const readme = await readFile(README, 'utf8');
  const [before = '', rest = ''] = readme.split(START);
  const [, after = ''] = rest.split(END);
  await writeFile(README, `${before}${START}${readmeTable(samples)}${END}${after}`);
}
