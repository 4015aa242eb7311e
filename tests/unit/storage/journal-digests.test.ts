import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/platform/digest.ts';
import { hmacSha256, macWith } from '../../../src/platform/mac.ts';
import { JournalBench, MortalIndexedDb } from '../../support/journal-bench.ts';

let factory: MortalIndexedDb;
let bench: JournalBench;
beforeEach(() => {
  factory = new MortalIndexedDb();
  bench = new JournalBench(factory);
});

describe('a digest of the journal', () => {
  it('is the same for the same text, also after the worker was stopped, and never the plain one', async () => {
    const [one, other] = [await bench.start().digest('あ'), await bench.start().digest('あ')];
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(other).toBe(one);
    expect(await bench.start().digest('い')).not.toBe(one);
    expect(one).not.toBe(await sha256('あ'));
  });

  it('is another one on every installation', async () => {
    const elsewhere = new JournalBench(new MortalIndexedDb());
    expect(await elsewhere.start().digest('あ')).not.toBe(await bench.start().digest('あ'));
  });

  it('is made by one key, however many ask at first', async () => {
    const journals = [bench.start(), bench.start(), bench.start()];
    const digests = await Promise.all(journals.map((journal) => journal.digest('あ')));
    expect(new Set(digests).size).toBe(1);
  });

  it('is made by a key that nobody can read out', async () => {
    const digest = await bench.start().digest('あ');
    await bench.tamper(async (database) => {
      const key = await database.get('digestKeys', 'own');
      if (key === undefined) throw new TypeError('no key');
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
      expect(await macWith(key, 'あ')).toBe(digest);
    });
  });

  it('is none while the browser gives no database, and the same as before afterwards', async () => {
    const digest = await bench.start().digest('あ');
    factory.failWith({ stage: 'open', error: 'UnknownError' });
    const journal = bench.start();
    await expect(journal.digest('あ')).rejects.toThrow();
    factory.failWith(null);
    expect(await journal.digest('あ')).toBe(digest);
  });
});

describe('HMAC-SHA-256', () => {
  it('is that of RFC 4231, test case 2', async () => {
    const key = '4a656665';
    const digest = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(await hmacSha256(key, 'what do ya want for nothing?')).toBe(digest);
  });
});
