/** Everything that is put on the page in turn. `page` is the page alone, `matta` the extension as it is shipped. */
export const WAY_NAMES = [
  'page',
  'bare',
  'limitVisible',
  'usualInterval',
  'relativeTimeElement',
  'timeago',
  'reactTimeago',
  'matta',
] as const;
export type WayName = (typeof WAY_NAMES)[number];

/** What others publish for the job, from npm. */
export const PEERS = ['relativeTimeElement', 'timeago', 'reactTimeago'] as const satisfies readonly WayName[];

/** How the tables call them. */
export const WAY_LABELS: Readonly<Record<WayName, string>> = {
  page: 'page alone',
  bare: 'bare minimum',
  limitVisible: 'oracle: visible only',
  usualInterval: 'usual 1 s interval',
  relativeTimeElement: '@github/relative-time-element',
  timeago: 'timeago.js',
  reactTimeago: 'react-timeago',
  matta: '**Matta**',
};
