import { describe, expect, it } from 'vitest';
import { accountNames } from '../../../src/storage/account-names.ts';
import { FakeStorageArea } from '../../support/fake-browser.ts';
import { account } from '../../support/sent-messages.ts';

describe('names of accounts', () => {
  it('are remembered, renamed and forgotten', async () => {
    const area = new FakeStorageArea();
    await accountNames(area).note(account(1), 'パン屋');
    await accountNames(area).note(account(2), '<b>美容室</b>');
    await accountNames(area).note(account(1), '駅前のパン屋');
    await accountNames(area).forget(account(2));
    expect([...(await accountNames(area).all())]).toEqual([[account(1), '駅前のパン屋']]);
  });

  it('do not undo each other when they are noted at once', async () => {
    const names = accountNames(new FakeStorageArea());
    await Promise.all([
      names.note(account(1), 'a'),
      names.note(account(2), 'b'),
      names.note(account(3), 'c'),
    ]);
    expect((await names.all()).size).toBe(3);
  });

  it('are not written again while they stay the same', async () => {
    const area = new FakeStorageArea();
    const names = accountNames(area);
    await names.note(account(1), 'a');
    await names.note(account(1), 'a');
    expect(area.writes).toBe(1);
  });

  it('are at most two hundred; the one noted longest ago goes first', async () => {
    const names = accountNames(new FakeStorageArea());
    for (let n = 0; n < 205; n++) await names.note(account(n), `${n}`);
    const kept = [...(await names.all()).keys()];
    expect(kept).toHaveLength(200);
    expect(kept[0]).toBe(account(5));
  });

  it('that are damaged count for nothing', async () => {
    const area = new FakeStorageArea();
    await area.set({ 'account-names': [['not an account', 'x']] });
    expect((await accountNames(area).all()).size).toBe(0);
  });
});
