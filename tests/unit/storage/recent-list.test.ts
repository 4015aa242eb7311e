import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RecentList } from '../../../src/storage/recent-list.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';

const entrySchema = v.object({ id: v.string(), n: v.number() });

function bench(limit = 3) {
  const area = new FakeStorageArea();
  const start = () =>
    new RecentList({ area, key: 'list', schema: entrySchema, nameOf: ({ id }) => id, limit });
  return { area, list: start(), start };
}
const entry = (id: string, n = 0) => ({ id, n });

describe('the last few of something', () => {
  it('are kept in the order in which they came, up to the limit, also when they come at once', async () => {
    const { list, start } = bench();
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => list.put(entry(id))));
    expect((await start().all()).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });

  it('are each there once: the latest counts, and is the last', async () => {
    const { list } = bench();
    for (const [id, n] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ] as const)
      await list.put(entry(id, n));
    expect(await list.all()).toEqual([entry('b', 2), entry('a', 3)]);
  });

  it('are taken by one alone', async () => {
    const { list } = bench();
    await list.put(entry('a'));
    expect(await Promise.all([list.take('a'), list.take('a')])).toEqual([entry('a'), null]);
  });

  it('are removed, and nothing is written where nothing changes', async () => {
    const { list, area } = bench();
    await list.put(entry('a', 1));
    await list.put(entry('b', 2));
    await list.remove(({ n }) => n === 1);
    expect(await list.all()).toEqual([entry('b', 2)]);
    const { writes } = area;
    await list.remove(() => false);
    await list.take('x');
    expect(area.writes).toBe(writes);
  });

  it.each([
    ['nothing', undefined, 0],
    ['something else', { a: 1 }, 0],
    ['one damaged entry', [{ id: 'a', n: 1 }, { id: 1 }, { id: 'b', n: 2 }], 2],
  ])('are read from %s', async (_what, stored, count) => {
    const { list, area } = bench();
    await area.set({ list: stored });
    expect(await list.all()).toHaveLength(count);
  });
});
