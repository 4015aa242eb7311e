import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { keptArea } from '../../../src/storage/kept-area.ts';

const NAME = 'matta-kept-here';
const REQUESTS = [{ id: 'a' }, { id: 'b' }];

describe('values of a database in the form of a storage area', () => {
  it('are there for the next worker, and there is no database before the first is written', async () => {
    const factory = new IDBFactory();
    const area = keptArea(factory, NAME);
    expect(await area.get('requests')).toEqual({ requests: undefined });
    expect(await factory.databases()).toEqual([]);
    await area.set({ requests: REQUESTS });
    expect(await area.get(['requests', 'others'])).toEqual({ requests: REQUESTS, others: undefined });
    expect(await keptArea(factory, NAME).get('requests')).toEqual({ requests: REQUESTS });
  });

  it('are read once, whoever asks', async () => {
    const factory = new IDBFactory();
    await keptArea(factory, NAME).set({ requests: REQUESTS });
    const area = keptArea(factory, NAME);
    await area.get('requests');
    let opened = 0;
    const open = factory.open.bind(factory);
    factory.open = (...args) => {
      opened += 1;
      return open(...args);
    };
    await Promise.all([area.get('requests'), area.get('requests')]);
    expect(opened).toBe(0);
  });

  it('are looked at again after a reading or a writing that failed, which is told', async () => {
    const factory = new IDBFactory();
    const area = keptArea(factory, NAME);
    await area.set({ requests: REQUESTS });
    const open = factory.open.bind(factory);
    factory.open = () => {
      throw new Error('refused');
    };
    await expect(area.set({ requests: [] })).rejects.toThrow('refused');
    await expect(area.get('requests')).rejects.toThrow('refused');
    factory.open = open;
    expect(await area.get('requests')).toEqual({ requests: REQUESTS });
  });
});
