import * as fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Schedule } from '../../../../src/domain/broadcast/broadcast.ts';
import {
  PASS_LIFE_MS,
  type Pass,
  PassBook,
  type PassWish,
  passIdSchema,
  type Redemption,
} from '../../../../src/domain/broadcast/pass-book.ts';
import { SECOND } from '../../../../src/domain/clock.ts';

const NOW = Date.UTC(2026, 11, 1);
const PRINT = 'a'.repeat(64);
const wishOf = (tabId: number, fingerprint = PRINT, schedule: Schedule = { kind: 'now' }): PassWish => ({
  tabId,
  schedule,
  fingerprint,
});
const passId = (n: number) => v.parse(passIdSchema, n.toString(16).padStart(32, '0'));
const use = (change: Partial<Redemption> = {}): Redemption => ({
  tabId: 1,
  fingerprint: PRINT,
  nonce: 'n1',
  ...change,
});

let book: PassBook;
let pass: Pass;
beforeEach(() => {
  let issued = 0;
  book = new PassBook(() => passId(issued++));
  pass = book.issue(wishOf(1), NOW);
});

describe('a pass', () => {
  it('lets one request go', () => {
    expect(book.redeem(pass.id, use(), NOW)).toBe('ok');
    expect(book.redeem(pass.id, use({ nonce: 'n2' }), NOW)).toBe('used');
  });

  it('says the same again when the message about that request comes twice', () => {
    book.redeem(pass.id, use(), NOW);
    expect(book.redeem(pass.id, use(), NOW + SECOND)).toBe('ok');
  });

  it.each<[string, Partial<Redemption>, string]>([
    ['for other content', { fingerprint: 'b'.repeat(64) }, 'changed'],
    ['from another tab', { tabId: 2 }, 'other-tab'],
  ])('is refused %s, and can still be used for its own', (_what, change, answer) => {
    expect(book.redeem(pass.id, use(change), NOW)).toBe(answer);
    expect(book.redeem(pass.id, use(), NOW)).toBe('ok');
    expect(book.redeem(pass.id, use(change), NOW)).toBe(answer);
  });

  it('that nobody gave is unknown', () => {
    expect(book.redeem(passId(99), use(), NOW)).toBe('unknown');
  });

  it('lives two minutes', () => {
    expect(pass.endsAt).toBe(NOW + PASS_LIFE_MS);
    expect(book.waiting(1, NOW + PASS_LIFE_MS - 1)).toEqual(pass);
    expect(book.redeem(pass.id, use(), NOW + PASS_LIFE_MS)).toBe('expired');
  });

  it('that was used says no to its own request too after that time', () => {
    book.redeem(pass.id, use(), NOW);
    expect(book.redeem(pass.id, use(), NOW + PASS_LIFE_MS)).toBe('expired');
  });

  it('is over when the time has come at which its broadcast was to arrive', () => {
    const scheduled = book.issue(wishOf(1, PRINT, { kind: 'at', at: NOW + 10 * SECOND }), NOW);
    expect(book.waiting(1, NOW + 10 * SECOND - 1)).toEqual(scheduled);
    expect(book.redeem(scheduled.id, use(), NOW + 10 * SECOND)).toBe('expired');
  });

  it('does not come back to life when the clock is set back', () => {
    expect(book.redeem(pass.id, use(), NOW - 1)).toBe('expired');
    expect(book.redeem(pass.id, use(), NOW)).toBe('expired');
  });

  it('is replaced by the next one of its tab', () => {
    const next = book.issue(wishOf(1), NOW);
    expect(book.redeem(pass.id, use(), NOW)).toBe('unknown');
    expect(book.redeem(next.id, use(), NOW)).toBe('ok');
  });

  it('is not touched by those of other tabs', () => {
    book.issue(wishOf(2), NOW);
    book.forgetTab(3);
    expect(book.redeem(pass.id, use(), NOW)).toBe('ok');
  });
});

describe('a tab', () => {
  it('has a pass waiting until it is used', () => {
    expect(book.waiting(1, NOW)).toEqual(pass);
    book.redeem(pass.id, use(), NOW);
    expect(book.waiting(1, NOW)).toBeNull();
  });

  it('has none waiting that is over, or that another tab has', () => {
    expect(book.waiting(1, NOW + PASS_LIFE_MS)).toBeNull();
    expect(book.waiting(2, NOW)).toBeNull();
  });

  it('loses its pass when it is forgotten', () => {
    book.forgetTab(1);
    expect(book.waiting(1, NOW)).toBeNull();
    expect(book.redeem(pass.id, use(), NOW)).toBe('unknown');
  });
});

type Call =
  | {
      readonly do: 'issue';
      readonly tabId: number;
      readonly fingerprint: string;
      readonly schedule: Schedule;
    }
  | { readonly do: 'redeem'; readonly pass: number; readonly use: Redemption }
  | { readonly do: 'forget' | 'wait'; readonly tabId: number };

const tab = fc.nat({ max: 2 });
const print = fc.constantFrom('a', 'b');
const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc.record({
    do: fc.constant('issue' as const),
    tabId: tab,
    fingerprint: print,
    schedule: fc.oneof(
      fc.constant({ kind: 'now' } as const),
      fc.record({ kind: fc.constant('at' as const), at: fc.integer({ min: NOW, max: NOW + PASS_LIFE_MS }) }),
    ),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('redeem' as const),
      pass: fc.nat({ max: 4 }),
      use: fc.record({ tabId: tab, fingerprint: print, nonce: fc.constantFrom('n1', 'n2', 'n3') }),
    }),
  },
  fc.record({ do: fc.constantFrom('forget' as const, 'wait' as const), tabId: tab }),
);
/** Time mostly goes on, sometimes far, and now and then it is set back. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 20 * SECOND }) },
  fc.constantFrom(PASS_LIFE_MS, -30 * SECOND, -PASS_LIFE_MS),
);

/** A book whose every answer is compared with what was done before. */
class WatchedBook {
  readonly #issued: Pass[] = [];
  readonly #usedBy = new Map<Pass, string>();
  readonly #book = new PassBook(() => passId(this.#issued.length));

  do(call: Call, now: number): void {
    switch (call.do) {
      case 'issue':
        this.#issued.push(this.#book.issue(wishOf(call.tabId, call.fingerprint, call.schedule), now));
        break;
      case 'forget':
        this.#book.forgetTab(call.tabId);
        break;
      case 'wait':
        this.#wait(call.tabId, now);
        break;
      case 'redeem':
        this.#redeem(this.#issued[call.pass], call.use, now);
    }
  }

  #wait(tabId: number, now: number): void {
    const waiting = this.#book.waiting(tabId, now);
    if (waiting === null) return;
    expect(this.#usedBy.has(waiting)).toBe(false);
    this.#expectUsable(waiting, tabId, now);
  }

  #redeem(target: Pass | undefined, by: Redemption, now: number): void {
    if (target === undefined || this.#book.redeem(target.id, by, now) !== 'ok') return;
    expect(by.fingerprint).toBe(target.fingerprint);
    expect(this.#usedBy.get(target) ?? by.nonce).toBe(by.nonce);
    this.#expectUsable(target, by.tabId, now);
    this.#usedBy.set(target, by.nonce);
  }

  #expectUsable(target: Pass, tabId: number, now: number): void {
    const { schedule } = target;
    expect(target.tabId).toBe(tabId);
    expect(this.#issued.findLast((one) => one.tabId === tabId)).toBe(target);
    expect(now).toBeGreaterThanOrEqual(target.issuedAt);
    expect(now).toBeLessThan(target.issuedAt + PASS_LIFE_MS);
    if (schedule.kind === 'at') expect(now).toBeLessThan(schedule.at);
  }
}

test('no sequence of calls lets a pass be used for two requests, elsewhere, for other content, or after its end', async () => {
  await fc.assert(
    fc.property(fc.array(fc.tuple(anyCall, step), { maxLength: 40, size: 'max' }), (calls) => {
      const watched = new WatchedBook();
      let now = NOW;
      for (const [call, passed] of calls) {
        now += passed;
        watched.do(call, now);
      }
    }),
    { numRuns: 700 },
  );
});
