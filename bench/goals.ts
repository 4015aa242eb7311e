import { PEERS } from './page/way-names.ts';
import { added, fastestOf, type Goal, median, times } from './report/goal.ts';

/**
 * What Matta promises to cost, as ratios within one run, and never less strict than it was set. "Bare" is one span with text
 * for each outgoing row; "added" is what comes on top of the page alone. Counts that no machine changes (goal 5, and the
 * absence of searches through the page in goal 7) are asserted by `npm test` in tests/browser/counts.test.ts.
 */
export const GOALS: readonly Goal[] = [
  goal('G1', 'decorate 100 rows, to bare', 1.25, (m) => ratio(added(m, 'switch', 100), 'matta', 'bare')),
  goal('G1', 'decorate 1,000 rows, to bare', 0.3, (m) => ratio(added(m, 'switch', 1_000), 'matta', 'bare')),
  goal('G1', 'decorate 10,000 rows, to bare', 0.15, (m) =>
    ratio(added(m, 'switch', 10_000), 'matta', 'bare'),
  ),
  goal('G1', 'decorate 1,000 rows, to the fastest peer', 0.3, (m) => {
    const cost = added(m, 'switch', 1_000);
    return times(cost('matta'), fastestOf(cost, PEERS));
  }),
  goal('G2', 'a minute at 1,000 rows, to bare', 0.25, (m) => tick(m, 1_000) / m('tick/1000/bare')),
  goal('G2', 'a minute at 10,000 rows, to bare', 0.25, (m) => tick(m, 10_000) / m('tick/10000/bare')),
  goal(
    'G2',
    'a minute at 1,000 rows, to the oracle',
    1.3,
    (m) => tick(m, 1_000) / m('tick/1000/limitVisible'),
  ),
  goal(
    'G2',
    'a minute at 10,000 rows, to the oracle',
    1.3,
    (m) => tick(m, 10_000) / m('tick/10000/limitVisible'),
  ),
  goal('G2', 'a minute at 1,000 rows, to the fastest peer', 0.25, (m) => {
    return tick(m, 1_000) / fastestOf(median(m, 'tick', 1_000), PEERS);
  }),
  goal('G3', 'a second without a change, to the usual interval', 0.02, (m) => {
    return ratio(added(m, 'second', 1_000), 'matta', 'usualInterval');
  }),
  goal('G4', 'an idle minute, to the usual interval', 0.02, (m) => {
    return ratio(added(m, 'idle', 1_000), 'matta', 'usualInterval');
  }),
  goal('G4', 'an idle minute, to relative-time-element', 0.5, (m) => {
    return ratio(added(m, 'idle', 1_000), 'matta', 'relativeTimeElement');
  }),
  ...[1_000, 10_000].flatMap((rows) => [
    goal('G6', `a message appended at ${rows} rows, to the page alone`, 1.2, (m) => {
      return ratio(median(m, 'append', rows), 'matta', 'page');
    }),
    goal('G6', `a frame of scrolling at ${rows} rows, to the page alone`, 1.25, (m) => {
      return ratio(median(m, 'scroll', rows), 'matta', 'page');
    }),
    goal('G7', `50 older rows at ${rows} rows, to the page alone`, 1.2, (m) => {
      return ratio(median(m, 'prepend', rows), 'matta', 'page');
    }),
    goal('G7', `changes elsewhere at ${rows} rows, to the page alone`, 1.1, (m) => {
      return ratio(median(m, 'churn', rows), 'matta', 'page');
    }),
  ]),
  goal('G8', 'bytes for each outgoing row at 1,000 rows, to bare', 0.7, (m) =>
    times(bytes(m, 'matta'), bytes(m, 'bare')),
  ),
  goal('G8', 'bytes for each badge where every row was seen, to bare', 1.25, (m) => {
    return times(m('eagerBytes/1000/matta'), bytes(m, 'bare'));
  }),
  goal('G9', 'reading 10,000 rows, to 1,000', 14, (m) => m('read/10000/matta') / m('read/1000/matta')),
  goal('G10', 'first hundred of 10,000, to bare IndexedDB', 2.5, (m) => {
    return ratio(median(m, 'first100', 10_000), 'matta', 'bareLimit');
  }),
  goal('G10', 'first hundred of a million, to 10,000', 1.6, (m) => {
    return m('first100/1000000/matta') / m('first100/10000/matta');
  }),
  goal('G10', 'expiry of 5,000, to bare IndexedDB', 2.5, (m) => {
    return ratio(median(m, 'expire', 10_000), 'matta', 'bareLimit');
  }),
  goal('G10', 'expiry of 5,000, to dexie', 0.1, (m) => ratio(median(m, 'expire', 10_000), 'matta', 'dexie')),
  goal('G11', 'one message, to usual IndexedDB', 1.5, (m) =>
    ratio(median(m, 'put', 10_000), 'matta', 'usualRaw'),
  ),
  goal('G11', 'a message in a burst of 50, to one on bare IndexedDB', 0.5, (m) => {
    return m('burst/10000/matta') / 50 / m('put/10000/bareLimit');
  }),
  goal('G11', 'one message, to one object in chrome.storage', 0.02, (m) => {
    return ratio(median(m, 'put', 10_000), 'matta', 'storageObject');
  }),
  goal('G12', 'first answer of a stopped worker, to a constant', 2, (m) => {
    return ratio(median(m, 'cold', 10_000), 'matta', 'constant');
  }),
  goal('G12', 'answer of a running worker, to a constant', 2.5, (m) => {
    return ratio(median(m, 'warm', 10_000), 'matta', 'constant');
  }),
  goal('G13', "the chat's script, KB as it is loaded", 20, (m) => m('bytes/1/chat') / 1_024),
  goal(
    'G13',
    "start of the chat's script, to an empty one",
    3.5,
    (m) => m('start/1/chat') / m('start/1/empty'),
  ),
  goal('L1', 'own longest piece of work, ms', 50, (m) => m('longest/10000/matta')),
  goal('L2', 'movement of the layout by badges', 0, (m) => m('shift/10000/matta')),
];

function goal(id: string, says: string, atMost: number, measured: Goal['measured']): Goal {
  return { id, says, atMost, measured };
}

function ratio(cost: (way: string) => number, way: string, base: string): number {
  return times(cost(way), cost(base));
}

/** The page's own work within the seconds around a minute is not Matta's. */
function tick(m: Parameters<Goal['measured']>[0], rows: number): number {
  return added(m, 'tick', rows)('matta');
}

/** For each outgoing row, without what the script itself takes however few rows there are. */
function bytes(m: Parameters<Goal['measured']>[0], way: string): number {
  return (m(`heap/1000/${way}`) - m(`heap/100/${way}`)) / ((1_000 - 100) / 2);
}
