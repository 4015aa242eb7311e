import type { MedianOf, Samples } from './samples.ts';
import { short } from './table.ts';

interface Curve {
  readonly says: string;
  readonly unit: string;
  readonly points: readonly { readonly count: number; readonly of: (m: MedianOf) => number }[];
}

const WIDTH = 40;
const ROWS = [100, 1_000, 10_000] as const;

const overPage = (what: string, divisor: (count: number) => number): Curve['points'] =>
  ROWS.map((count) => ({
    count,
    of: (m) => Math.max(0, m(`${what}/${count}/matta`) - m(`${what}/${count}/page`)) / divisor(count),
  }));

const CURVES: readonly Curve[] = [
  {
    says: 'own cost for each row of a conversation that opens (goes down: only those near the view are labelled)',
    unit: 'µs',
    points: overPage('switch', (count) => count / 1_000),
  },
  { says: 'own cost of 50 older rows', unit: 'ms', points: overPage('prepend', () => 1) },
  {
    says: 'own script within a minute’s frame: what is visible, whatever the length',
    unit: 'ms',
    points: overPage('tickScript', () => 1),
  },
  {
    says: 'own reading of each row (recorder included)',
    unit: 'µs',
    points: ROWS.map((count) => ({ count, of: (m) => (m(`read/${count}/matta`) / count) * 1_000 })),
  },
  {
    says: 'the first hundred among so many stored',
    unit: 'ms',
    points: [10_000, 1_000_000].map((count) => ({ count, of: (m) => m(`first100/${count}/matta`) })),
  },
];

/** How Matta's own cost grows, as bars of text: each curve is drawn to its own greatest value. */
export function growthPlot(samples: Samples): string {
  const drawn = CURVES.flatMap((curve) => {
    const points = curve.points
      .map(({ count, of }) => ({ count, value: of((key) => samples.median(key)) }))
      .filter(({ value }) => !Number.isNaN(value));
    return points.length < 2 ? [] : [draw(curve, points)];
  });
  if (drawn.length === 0) return '';
  return ['### Growth', '', '```text', drawn.join('\n\n'), '```', ''].join('\n');
}

function draw(
  { says, unit }: Curve,
  points: readonly { readonly count: number; readonly value: number }[],
): string {
  const most = Math.max(...points.map(({ value }) => value), Number.MIN_VALUE);
  const bars = points.map(({ count, value }) => {
    const bar = '█'.repeat(Math.round((value / most) * WIDTH)).padEnd(WIDTH, '·');
    return `${count.toLocaleString('en').padStart(9)} ${bar} ${short(value)} ${unit}`;
  });
  return [says, ...bars].join('\n');
}
