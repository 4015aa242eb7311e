import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../src/storage/group-commit.ts';

/** A commit that a test ends by hand. */
function bench() {
  const batches: (readonly number[])[] = [];
  const ends: { readonly done: () => void; readonly fail: (error: Error) => void }[] = [];
  const add = groupCommit<number>((items) => {
    batches.push(items);
    return new Promise<void>((done, fail) => ends.push({ done, fail }));
  });
  return { add, batches, ends };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('committing in groups', () => {
  it('takes what arrives during a commit into the next one, in order', async () => {
    const { add, batches, ends } = bench();
    const all = [add(1), add(2)];
    await turn();
    all.push(add(3), add(4), add(5));
    await turn();
    expect(batches).toEqual([[1, 2]]);
    ends[0]?.done();
    await turn();
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    ends[1]?.done();
    await Promise.all(all);
  });

  it('tells everybody in a failed group, and nobody else', async () => {
    const { add, batches, ends } = bench();
    const first = add(1);
    await turn();
    const second = add(2);
    ends[0]?.fail(new Error('full'));
    await expect(first).rejects.toThrow('full');
    await turn();
    ends[1]?.done();
    await expect(second).resolves.toBeUndefined();
    expect(batches).toEqual([[1], [2]]);
  });
});
