import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { added, times } from './goal.ts';
import type { MedianOf, Samples } from './samples.ts';
import { short } from './table.ts';

const README = fileURLToPath(new URL('../../README.md', import.meta.url));
const [START, END] = ['<!-- bench -->\n', '<!-- end of bench -->'];

interface Line {
  readonly says: string;
  readonly matta: (median: MedianOf) => number;
  readonly minimum: string;
  readonly minimumIs: string;
  readonly others: readonly (readonly [name: string, key: string])[];
}

const LABELS = (what: string) =>
  [
    ['@github/relative-time-element', `${what}/1000/relativeTimeElement`],
    ['timeago.js', `${what}/1000/timeago`],
    ['react-timeago', `${what}/1000/reactTimeago`],
  ] as const;

const STORES = (what: string) =>
  [
    ['dexie', `${what}/10000/dexie`],
    ['pouchdb', `${what}/10000/pouchdb`],
    ['chrome.storage.local', `${what}/10000/storageKeys`],
  ] as const;

const LINES: readonly Line[] = [
  {
    says: 'a minute passes in a conversation of 1,000 messages',
    // Of Matta the seconds around a minute are measured, with what the page does in them.
    matta: (m) => added(m, 'tick', 1_000)('matta'),
    minimum: 'tick/1000/bare',
    minimumIs: 'a span with text for each',
    others: LABELS('tick'),
  },
  {
    says: 'such a conversation opens',
    matta: (m) => m('switch/1000/matta'),
    minimum: 'switch/1000/page',
    minimumIs: 'the page alone',
    others: LABELS('switch'),
  },
  {
    says: 'a frame of scrolling in it',
    matta: (m) => m('scroll/1000/matta'),
    minimum: 'scroll/1000/page',
    minimumIs: 'the page alone',
    others: LABELS('scroll'),
  },
  {
    says: 'one message is stored among 10,000',
    matta: (m) => m('put/10000/matta'),
    minimum: 'put/10000/bareLimit',
    minimumIs: 'bare IndexedDB',
    others: STORES('put'),
  },
  {
    says: 'the first hundred of 10,000 stored messages',
    matta: (m) => m('first100/10000/matta'),
    minimum: 'first100/10000/bareLimit',
    minimumIs: 'bare IndexedDB',
    others: STORES('first100'),
  },
  {
    says: '5,000 stored messages expire',
    matta: (m) => m('expire/10000/matta'),
    minimum: 'expire/10000/bareLimit',
    minimumIs: 'bare IndexedDB',
    others: STORES('expire'),
  },
];

/** The short table of the README: how many times the cost of a raw way each thing is. */
export function readmeTable(samples: Samples): string {
  const rows = LINES.map(({ says, matta, minimum, minimumIs, others }) => {
    const figure = (cost: (m: MedianOf) => number) =>
      short(samples.estimate((m) => times(cost(m), m(minimum))).value);
    const peers = others.map(([name, key]) => `${name} ${figure((m) => m(key))}`).join(', ');
    return `| ${says} | 1 = ${minimumIs} | **${figure(matta)}** | ${peers} |`;
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
