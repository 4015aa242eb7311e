// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shortKey } from '../../../src/domain/journal/check-journal.ts';
import type { JournalEvent, StoredEntry } from '../../../src/domain/journal/entry.ts';
import { Journal } from '../../../src/pages/journal/journal.tsx';
import type { JournalPorts } from '../../../src/pages/journal/journal-ports.ts';
import type { SigningKey } from '../../../src/platform/signing.ts';
import { COUNTS, chainOf } from '../../support/journal-entries.ts';
import { fakeJournalPorts } from '../../support/pages/fake-journal-ports.ts';
import { renderPage } from '../../support/pages/render-page.tsx';
import { type SignedPart, signedChain, testKey } from '../../support/signed-journal.ts';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
beforeEach(() => void vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const CAUGHT: JournalEvent = { kind: 'caught', by: 'people' };

const EVENTS: readonly JournalEvent[] = [
  { kind: 'attempted', source: 'button', recognised: true, broadcast: COUNTS },
  { kind: 'caught', by: 'people' },
  { kind: 'overridden', reason: '=1+1 緊急のため', broadcast: COUNTS },
  { kind: 'outcome', outcome: 'accepted', status: 200 },
  { kind: 'refused', why: 'left' },
];

async function show(chain: readonly StoredEntry[], changed: Partial<JournalPorts> = {}) {
  const ports = fakeJournalPorts(chain, changed);
  return {
    page: await renderPage(<Journal ports={ports} recording={{ excerpt: 'none', days: 400 }} />),
    ports,
  };
}

/** Presses the button and waits for the digests, which no fake clock moves. */
async function verify(chain: readonly StoredEntry[], changed: Partial<JournalPorts> = {}) {
  const { page } = await show(chain, changed);
  await page.click(page.button('記録が元のままか調べる'));
  await vi.waitFor(async () => {
    await page.pass(0);
    if (page.button('記録が元のままか調べる').disabled) throw new Error('still checking');
  });
  const field = page.button('記録が元のままか調べる').closest('.field');
  return {
    said: field?.querySelector('.outcome')?.textContent ?? '',
    alarm: field?.querySelector('.notice')?.textContent ?? null,
  };
}

describe('checking the journal', () => {
  it('says of how many entries it is whole, however many steps they take', async () => {
    const { said, alarm } = await verify(await chainOf(EVENTS));
    expect(said).toContain('5件の記録は、すべて元のままです。');
    expect(alarm).toBeNull();
  });

  it('says with which key the entries are signed, and which are not signed', async () => {
    const key = await testKey();
    const old = await chainOf(EVENTS.slice(0, 2));
    const parts = EVENTS.slice(2).map((event) => ({ event, key }));
    const { said, alarm } = await verify([...old, ...(await signedChain(parts, old[1]))]);
    expect(said).toContain(`署名の鍵：${shortKey(key.publicKey)}`);
    expect(said).toContain('記録番号1–2には署名がありません');
    expect(alarm).toBeNull();
  });

  it.each<{
    what: string;
    forge: (own: SigningKey, other: SigningKey) => readonly SignedPart[];
    said: string;
  }>([
    {
      what: 'a signature that does not fit',
      forge: (own, other) => [
        { event: CAUGHT, key: own },
        { event: CAUGHT, key: other, change: { signer: own.publicKey } },
      ],
      said: '記録番号2（2026年11月22日 15:04）の署名が、内容と合いません。',
    },
    {
      what: 'a key that nobody announced',
      forge: (own, other) => [
        { event: CAUGHT, key: own },
        { event: CAUGHT, key: other },
      ],
      said: '記録番号2（2026年11月22日 15:04）が、知らない鍵で署名されています。',
    },
    {
      what: 'a signature that is missing',
      forge: (own) => [{ event: CAUGHT, key: null, change: { signer: own.publicKey } }],
      said: '記録番号1（2026年11月22日 15:04）に、あるはずの署名がありません。',
    },
  ])('names $what', async ({ forge, said }) => {
    const { alarm } = await verify(await signedChain(forge(await testKey(), await testKey())));
    expect(alarm).toContain(said);
  });

  it('says that there is nothing to check', async () => {
    expect((await verify([])).said).toBe('調べる記録はありません。');
  });

  it('points at entries that tell of an earlier loss', async () => {
    const gap: JournalEvent = { kind: 'gap', why: 'tail-lost', expectedSeq: 9, foundSeq: 5 };
    const { said } = await verify(await chainOf([...EVENTS, gap]));
    expect(said).toContain('6件の記録は、すべて元のままです。');
    expect(said).toContain('（記録番号6）');
  });

  it.each<{ what: string; spoil: (chain: readonly StoredEntry[]) => readonly StoredEntry[]; said: string }>([
    {
      what: 'a changed entry, with its time',
      spoil: (chain) =>
        chain.map((entry) =>
          entry.seq === 3 ? { ...entry, text: entry.text.replace('緊急', '予定') } : entry,
        ),
      said: '記録番号3（2026年11月22日 15:04）が、書き込まれたときの内容と違います。',
    },
    {
      what: 'an entry in the middle that is missing',
      spoil: (chain) => chain.filter(({ seq }) => seq !== 2),
      said: '記録番号2がありません。',
    },
    {
      what: 'a beginning that is missing',
      spoil: (chain) => chain.slice(2),
      said: 'はじめのほうの記録がありません（記録番号1から）。',
    },
    {
      what: 'an entry that nobody can read',
      spoil: (chain) => chain.map((entry) => (entry.seq === 4 ? { ...entry, text: '{' } : entry)),
      said: '記録番号4が、書き込まれたときの内容と違います。',
    },
  ])('names $what', async ({ spoil, said }) => {
    const { alarm } = await verify(spoil(await chainOf(EVENTS)));
    expect(alarm).toContain(said);
    expect(alarm).toContain('書き出し');
  });

  it('names a lost end', async () => {
    const chain = await chainOf(EVENTS);
    const rest = chain.slice(0, 3);
    const head = { seq: 5, hash: chain[4]?.hash ?? '' };
    const { alarm } = await verify(rest, {
      stepFrom: async (from) => ({ entries: rest.filter(({ seq }) => seq >= from), head }),
    });
    expect(alarm).toContain('記録番号4から後の新しい記録が失われています。');
  });

  it('does not take an entry for lost that is written while it reads', async () => {
    const chain = await chainOf(EVENTS);
    const head = { seq: 5, hash: chain[4]?.hash ?? '' };
    let asked = 0;
    const { said } = await verify(chain, {
      stepFrom: async (from) => {
        asked += 1;
        const there = asked <= 2 ? chain.slice(0, 4) : chain;
        return { entries: there.filter(({ seq }) => seq >= from), head };
      },
    });
    expect(said).toContain('5件の記録は、すべて元のままです。');
  });

  it('says when it could not be done', async () => {
    const { said } = await verify([], { stepFrom: () => Promise.reject(new Error('asleep')) });
    expect(said).toBe('調べられませんでした。もう一度お試しください。');
  });
});

describe('whoever the journal is about', () => {
  it('reads on its page what it holds, what it does not hold, and for how long', async () => {
    const { page } = await show([]);
    const text = page.text();
    expect(text).toContain('あなたについて記録されること');
    expect(text).toContain('配信の本文や画像、お客さまの名前、チャットの内容は、ここには記録しません。');
    expect(text).toContain('400日を過ぎた古いものから消えます');
    expect(text).toContain('あなたが入力した理由と名前');
    expect(text).toContain('確認を依頼した人');
  });
});

describe('the files', () => {
  it('hold the whole journal as a table that a spreadsheet opens and does not run', async () => {
    const { page, ports } = await show(await chainOf(EVENTS));
    await page.click(page.button('CSVで書き出す'));
    const [name, type, parts] = vi.mocked(ports.saveFile).mock.calls[0] ?? [];
    const text = (parts ?? []).join('');
    expect([name, type]).toEqual(['matta-journal-2026-11-23.csv', 'text/csv;charset=utf-8']);
    expect(text.startsWith('\ufeff"記録番号","日時","あとから書かれた","アカウント"')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + EVENTS.length);
    expect(text).toContain(`"'=1+1 緊急のため"`);
    expect(page.text()).toContain('書き出しました（5件）');
  });

  it('say in the table which rules are gone or damaged', async () => {
    const damaged: JournalEvent = { kind: 'policy', before: null, after: null, keys: [], kept: ['lock'] };
    const { page, ports } = await show(await chainOf([damaged]));
    await page.click(page.button('CSVで書き出す'));
    const [, , parts] = vi.mocked(ports.saveFile).mock.calls[0] ?? [];
    expect((parts ?? []).join('')).toMatch(/前の値.*ブラウザーで止める/);
  });

  it('hold each entry exactly, for checking without Matta', async () => {
    const chain = await chainOf(EVENTS);
    const { page, ports } = await show(chain);
    await page.click(page.button('点検用に書き出す（JSONL）'));
    const [name, , parts] = vi.mocked(ports.saveFile).mock.calls[0] ?? [];
    expect(name).toBe('matta-journal-2026-11-23.jsonl');
    const lines = (parts ?? []).join('').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      ...chain,
      { head: { seq: 5, hash: chain[4]?.hash } },
    ]);
  });

  it('do not call an entry lost that is written while they are made', async () => {
    const chain = await chainOf(EVENTS);
    let asked = 0;
    const { page, ports } = await show(chain, {
      stepFrom: async (from) => {
        asked += 1;
        const there = asked <= 2 ? chain.slice(0, 4) : chain;
        return { entries: there.filter(({ seq }) => seq >= from), head: chain[4] ?? null };
      },
    });
    await page.click(page.button('点検用に書き出す（JSONL）'));
    const [, , parts] = vi.mocked(ports.saveFile).mock.calls[0] ?? [];
    expect((parts ?? []).join('').trimEnd().split('\n')).toHaveLength(6);
  });

  it.each(['CSVで書き出す', '点検用に書き出す（JSONL）'])(
    'are not saved when there is nothing: %s',
    async (words) => {
      const { page, ports } = await show([]);
      await page.click(page.button(words));
      expect(ports.saveFile).not.toHaveBeenCalled();
      expect(page.text()).toContain('書き出す記録はありません。');
    },
  );

  it('are not saved by half', async () => {
    const chain = await chainOf(EVENTS);
    const { page, ports } = await show(chain, {
      stepFrom: async (from) => {
        if (from > 3) throw new Error('asleep');
        return { entries: chain.slice(0, 3), head: null };
      },
    });
    await page.click(page.button('CSVで書き出す'));
    expect(ports.saveFile).not.toHaveBeenCalled();
    expect(page.text()).toContain('書き出せませんでした。');
  });
});
