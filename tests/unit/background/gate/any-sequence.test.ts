import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { PassId } from '../../../../src/domain/broadcast/pass-book.ts';
import { isReason } from '../../../../src/domain/broadcast/typed-letters.ts';
import { MINUTE } from '../../../../src/domain/clock.ts';
import type { Sender } from '../../../../src/messaging/sender.ts';
import {
  attemptOf,
  bodyOf,
  FRAME,
  GateBench,
  nonce,
  OTHER_TAB,
  rightAnswers,
  SEND_URL,
  TOP,
} from '../../../support/gate-bench.ts';

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterAll(() => {
  vi.useRealTimers();
});

const CHAT: Sender = { kind: 'chat', tabId: 7, addresses: [] };
const SENDERS = [TOP, FRAME, OTHER_TAB, CHAT, { kind: 'page' }] as const satisfies readonly Sender[];
const ATTEMPTS = [1, 2].map((n) =>
  attemptOf(n, bodyOf({ balloons: [{ contentType: 'TEXT', text: `お知らせ${n}` }] })),
);
const REASONS = ['災害のお知らせのため急ぎます', '急ぎ'] as const;

const attempt = fc.constantFrom(...ATTEMPTS);
const sender = fc.constantFrom(...SENDERS, TOP, TOP, TOP);
const request = fc.integer({ min: 1, max: 3 });
/** Which of the passes that were seen so far. */
const pass = fc.nat({ max: 2 });

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('complete' as const), attempt, sender, right: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('release' as const), attempt, sender, pass, request }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const), attempt, sender, request }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('press' as const), attempt, sender, pass }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('override' as const),
      attempt,
      sender,
      request: fc.option(request),
      reason: fc.constantFrom(...REASONS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('harmless' as const), sender, request }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), attempt, sender }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('send' as const), attempt, sender, request: fc.option(request) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1_000, 16_000, 3 * MINUTE),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'restart' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Follows what was allowed in the simplest way, and compares every rule that the browser is given. */
class Judge {
  readonly bench = new GateBench();
  readonly #passes: PassId[] = [];
  /** Per tab: the broadcast that was answered for, until when, and whether it has been used by a request. */
  readonly #permits = new Map<number, { pass: PassId; text: string; until: number; used: string | null }>();
  readonly #answers = new Map<unknown, Awaited<ReturnType<typeof this.bench.gate.answers.openAttempt>>>();
  #judged = 0;

  async take(one: Step): Promise<void> {
    const wasAllowed = await this.#carryOut(one).catch(() => false);
    const { added } = this.bench.rules;
    const given = added.slice(this.#judged);
    this.#judged = added.length;
    if (!wasAllowed) expect(given, JSON.stringify(one)).toEqual([]);
    expect(given.length).toBeLessThanOrEqual(1);
  }

  /** Answers whether something may have been opened by this. */
  async #carryOut(one: Step): Promise<boolean> {
    const { bench } = this;
    const { answers } = bench.gate;
    switch (one.do) {
      case 'complete': {
        const sheet =
          this.#answers.get(one.attempt) ?? (await answers.openAttempt({ ...one, changes: [] }, TOP));
        this.#answers.set(one.attempt, sheet);
        const right = rightAnswers(sheet, one.attempt);
        const given = one.right ? right : { ...right, answers: right.answers.slice(1) };
        const answer = await answers.completeAttempt({ ...one, ...given, tookMs: 1 }, one.sender);
        expect(answer.pass !== null).toBe(one.right);
        if (answer.pass !== null && one.sender.kind === 'manager') {
          this.#passes.unshift(answer.pass);
          const until = bench.clock.now() + 2 * MINUTE;
          this.#permits.set(one.sender.tabId, {
            pass: answer.pass,
            text: textOf(one.attempt),
            until,
            used: null,
          });
        }
        return false;
      }
      case 'release': {
        const known = this.#passes[one.pass];
        if (known === undefined) return false;
        const may = this.#maySpend(known, one, `${one.request}`);
        await answers.releaseRequest({ ...one, pass: known, nonce: nonce(one.request) }, one.sender);
        return may;
      }
      case 'redeem': {
        const { broadcast, page } = one.attempt;
        // A permission that is open for a press is narrowed first; the pass, if there is one, stays.
        const may =
          this.#isPressOpen(one.sender) || this.#may(one.sender, false, one.attempt, `${one.request}`);
        await answers.redeemWaiting({ broadcast, page, nonce: nonce(one.request) }, one.sender);
        return may;
      }
      case 'press': {
        const known = this.#passes[one.pass];
        if (known === undefined) return false;
        const may = this.#maySpend(known, one, 'press');
        await answers.armNextPress({ ...one, pass: known }, one.sender);
        return may;
      }
      case 'override': {
        const wish = { ...one, nonce: one.request === null ? null : nonce(one.request) };
        await answers.overrideAttempt(wish, one.sender);
        return one.sender.kind === 'manager' && one.sender.isTop && isReason(one.reason);
      }
      case 'harmless':
        await answers.armHarmless({ nonce: nonce(one.request + 10), isStandby: false }, one.sender);
        return one.sender.kind === 'manager';
      case 'end':
        await answers.endAttempt({ id: one.attempt.id, account: null, why: 'cancelled' }, one.sender);
        return false;
      case 'send':
        await this.#send(one);
        return false;
      case 'wait':
        bench.clock.advance(one.ms);
        await vi.advanceTimersByTimeAsync(one.ms);
        return false;
      case 'leave':
        bench.tabs.onUpdated.fire(7, { status: 'loading' }, {});
        this.#permits.delete(7);
        return false;
      case 'restart':
        await bench.restart().start();
        expect(bench.rules.session.size).toBe(0);
        this.#permits.clear();
        return false;
    }
  }

  async #send({ attempt: of, sender: from, request: n }: Extract<Step, { do: 'send' }>): Promise<void> {
    const tabId = from.kind === 'page' ? -1 : from.tabId;
    const url = n === null ? SEND_URL : `${SEND_URL}#${nonce(n)}`;
    await this.bench.request(url, textOf(of), { tabId });
    expect(await this.bench.request(url, textOf(of), { tabId: tabId === -1 ? -1 : 9 })).toBe('blocked');
  }

  /** A pass that a later one has replaced is of no use, and using it spends nothing. */
  #maySpend(
    pass: PassId,
    { sender, attempt }: Pick<Extract<Step, { do: 'press' }>, 'sender' | 'attempt'>,
    by: string,
  ): boolean {
    const isLatest = sender.kind === 'manager' && this.#permits.get(sender.tabId)?.pass === pass;
    return isLatest && this.#may(sender, true, attempt, by);
  }

  #may(from: Sender, isTopOnly: boolean, of: (typeof ATTEMPTS)[number], by: string): boolean {
    if (from.kind !== 'manager' || (isTopOnly && !from.isTop)) return false;
    const permit = this.#permits.get(from.tabId);
    if (permit === undefined || permit.until <= this.bench.clock.now()) return false;
    if (permit.text !== textOf(of) || (permit.used !== null && permit.used !== by)) return false;
    permit.used = by;
    return true;
  }

  /** The permission for a press, given before, becomes one for its request. */
  #isPressOpen(from: Sender): boolean {
    if (from.kind !== 'manager') return false;
    const rules = [...this.bench.rules.session.values()];
    return rules.some(
      ({ condition }) => condition.regexFilter !== undefined && condition.tabIds.includes(from.tabId),
    );
  }
}

function textOf({ broadcast }: (typeof ATTEMPTS)[number]): string {
  return bodyOf({ balloons: broadcast.bubbles.map(({ text }) => ({ contentType: 'TEXT', text })) });
}

it('a thousand sequences of verbs open nothing without a fresh complete checklist or a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const judge = new Judge();
      for (const one of steps) await judge.take(one);
    }),
    { numRuns: 1_000 },
  );
}, 120_000);
