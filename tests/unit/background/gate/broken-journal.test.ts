import { beforeEach, describe, expect, it } from 'vitest';
import {
  attemptOf,
  bodyOf,
  GateBench,
  nonce,
  rightAnswers,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

const attempt = attemptOf();
const URL = `${SEND_URL}#${nonce(1)}`;
const REASON = '災害のお知らせのため急ぎます';

const APPROVAL = {
  kind: 'approval',
  way: 'here',
  operator: '佐藤',
  person: '山田',
  isVerified: true,
  items: [],
  reason: null,
} as const;

let bench: GateBench;
beforeEach(() => {
  bench = new GateBench();
  bench.journal.broken = true;
});

const override = () => bench.gate.answers.overrideAttempt({ attempt, reason: REASON, nonce: nonce(1) }, TOP);

describe('a journal that takes nothing', () => {
  it('lets everything be asked and answered, and nothing be released', async () => {
    const { answers } = bench.gate;
    const sheet = await answers.openAttempt({ attempt, changes: [] }, TOP);
    const { answers: given, reasons } = rightAnswers(sheet, attempt);
    for (const answer of given) {
      expect(await answers.answerItem({ attempt, answer }, TOP)).toEqual({ verdict: 'right' });
    }
    const all = { attempt, answers: given, reasons, tookMs: 9_000 };
    await expect(answers.completeAttempt(all, TOP)).rejects.toThrow('full');
    expect(await bench.request(URL, bodyOf())).toBe('blocked');
  });

  it('leaves the way out open, whose reason is kept beside it', async () => {
    expect(await override()).toEqual({ result: 'open', seconds: 15 });
    expect(await bench.request(URL, bodyOf())).toBe('sent');
    expect(bench.journal.drafts).toEqual([]);
    expect(JSON.stringify(await bench.local.get('late-entries'))).toContain(REASON);
  });

  it('gets what it could not take as soon as it works again, and once', async () => {
    await override();
    bench.journal.broken = false;
    await bench.restart().start();
    await bench.restart().start();
    expect(bench.journal.events('overridden').map(({ reason }) => reason)).toEqual([REASON]);
    expect(await bench.local.get('late-entries')).toEqual({ 'late-entries': [] });
  });
});

describe('what became of a broadcast, while the journal takes nothing', () => {
  const kinds = () => bench.journal.drafts.map(({ event }) => event.kind);
  const waiting = async () => [(await bench.local.get('late-entries'))['late-entries']].flat();

  it('comes later, in its order, with its own time, and once', async () => {
    await override();
    await bench.request(URL, bodyOf());
    await bench.request(SEND_URL, bodyOf());
    bench.rules.enabled = false;
    await bench.request(SEND_URL, bodyOf());
    bench.setGate({ lock: 'observe' });
    await bench.request(SEND_URL, bodyOf());
    const happened = bench.clock.now();
    bench.clock.advance(60_000);
    bench.journal.broken = false;
    await bench.restart().start();
    await bench.restart().start();
    expect(kinds()).toEqual(['overridden', 'outcome', 'blocked', 'unconfirmed', 'observed']);
    expect(bench.journal.drafts.map(({ at }) => at)).toEqual(Array(5).fill(happened));
    expect(bench.journal.drafts[1]).toMatchObject({ attempt: attempt.id, account: '@bakery' });
    expect(await waiting()).toEqual([]);
  });

  it('says in the journal that it came late, and what came at once does not', async () => {
    await override();
    bench.journal.broken = false;
    await bench.request(URL, bodyOf());
    expect(bench.journal.drafts.map(({ late }) => late)).toEqual([true, undefined]);
  });

  it.each<[string, object]>([
    ['a removal', { kind: 'pruned', lastSeq: 6, lastHash: 'a'.repeat(64), days: 400 }],
    ['a loss', { kind: 'gap', why: 'tail-lost', expectedSeq: 60, foundSeq: 29 }],
    ['another key', { kind: 'rekey', former: 'a'.repeat(64) }],
    ['another time', { kind: 'clock-jump', byMs: 180_000 }],
    ['an answered checklist', { kind: 'answered', item: 'people', unverified: false }],
    ['an approval', { ...APPROVAL, step: 'given' }],
  ])('is nothing else: who puts %s beside the journal has it signed by nobody', async (_, event) => {
    const draft = { at: bench.clock.now(), attempt: null, account: null, event };
    await bench.local.set({ 'late-entries': [{ once: 'forged', draft }] });
    bench.journal.broken = false;
    await bench.restart().start();
    expect(kinds()).toEqual([]);
  });

  it('goes into the journal before what happens after it', async () => {
    await override();
    bench.journal.broken = false;
    await bench.request(URL, bodyOf());
    expect(kinds()).toEqual(['overridden', 'outcome']);
  });

  it('is written once, although it is moved twice at the same time', async () => {
    await override();
    bench.journal.broken = false;
    await Promise.all([bench.gate.start(), bench.gate.start()]);
    expect(kinds()).toEqual(['overridden']);
  });

  it('never pushes out the reason of somebody who took the way out', async () => {
    await override();
    for (let n = 0; n < 210; n += 1) await bench.request(SEND_URL, bodyOf());
    expect(await waiting()).toHaveLength(201);
    expect(JSON.stringify(await waiting())).toContain(REASON);
    expect(bench.reported).toContainEqual(['write down what became of a broadcast', expect.any(Error)]);
  });

  it('is reported where nothing else takes it', async () => {
    bench.local.set = async () => {
      throw new Error('full as well');
    };
    await bench.request(SEND_URL, bodyOf());
    expect(bench.reported).toContainEqual([
      'write down what became of a broadcast',
      new Error('full as well'),
    ]);
    expect(bench.told).toHaveLength(1);
  });

  it('is no failure to write it down where it was kept', async () => {
    await bench.request(SEND_URL, bodyOf());
    expect(bench.reported.map((said) => Object(said)[0])).toEqual(['write into the journal']);
  });

  it('is written by a journal that works where nothing else can be read', async () => {
    bench.journal.broken = false;
    bench.local.get = async () => {
      throw new Error('unreadable');
    };
    await bench.request(SEND_URL, bodyOf());
    expect(kinds()).toEqual(['blocked']);
  });
});

describe('a page whose service worker hands on its requests', () => {
  it('gets its one request let through, and no other of that worker', async () => {
    bench.journal.broken = false;
    const pass = await bench.complete(attempt);
    await bench.gate.answers.releaseRequest({ attempt, pass, nonce: nonce(1) }, TOP);
    expect(await bench.request(SEND_URL, bodyOf(), { tabId: -1 })).toBe('blocked');
    expect(await bench.request(URL, bodyOf(), { tabId: -1 })).toBe('sent');
    expect(await bench.request(URL, bodyOf(), { tabId: -1 })).toBe('blocked');
    expect(bench.told).toContainEqual({
      push: 'outcome',
      attempt: attempt.id,
      outcome: 'accepted',
      status: 200,
    });
    expect(bench.journal.kinds).not.toContain('unconfirmed');
  });
});
