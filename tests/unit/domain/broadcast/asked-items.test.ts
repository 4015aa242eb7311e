import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { type AskContext, askedItems, isLarge } from '../../../../src/domain/broadcast/asked-items.ts';
import { type AttemptId, attemptIdSchema } from '../../../../src/domain/broadcast/broadcast.ts';
import { ITEM_NAMES, type ItemName } from '../../../../src/domain/broadcast/checklist.ts';
import type { KnownAccount } from '../../../../src/domain/broadcast/finding.ts';
import { DEFAULT_GATE_POLICY, type GatePolicy } from '../../../../src/domain/policy/gate-policy.ts';
import {
  attemptId,
  BAKERY,
  basicId,
  broadcastOf,
  extractedValue,
  linkOf,
} from '../../../support/broadcasts.ts';

interface Situation extends Omit<Partial<AskContext>, 'attempt'> {
  readonly people?: number | null;
  readonly accountName?: string | null;
  readonly isAccountKnown?: boolean;
  readonly seed?: AttemptId;
}

const policyWith = (change: Partial<GatePolicy>): GatePolicy => ({ ...DEFAULT_GATE_POLICY, ...change });
/** The usual askings but for some items. */
const asking = (items: GatePolicy['items']) => ({
  policy: policyWith({ items: { ...DEFAULT_GATE_POLICY.items, ...items } }),
});

function contextOf({
  people = 50,
  accountName = 'パンのまつや',
  isAccountKnown = true,
  seed = attemptId(1),
  ...change
}: Situation): AskContext {
  const broadcast = broadcastOf(isAccountKnown ? {} : { account: null });
  return {
    attempt: {
      id: seed,
      broadcast,
      page: { accountName, people, recognised: true },
    },
    policy: policyWith({}),
    otherAccounts: [],
    findings: [],
    values: [],
    links: [],
    testSeenAt: null,
    ...change,
  };
}
const asked = (situation: Situation) => askedItems(contextOf(situation)).map(({ name }) => name);
const FOUND = { values: [extractedValue('d0-0')], links: [linkOf('l0')] };
const SMALL: readonly ItemName[] = ['account', 'people', 'when'];
const LARGE: readonly ItemName[] = ['account', 'people', 'when', 'values', 'links', 'test', 'correction'];

describe('what is asked', () => {
  it.each<[string, Situation, readonly ItemName[]]>([
    ['a small broadcast', { ...FOUND, people: 999 }, SMALL],
    ['a large one', { ...FOUND, people: 1_000 }, LARGE],
    ['one of unknown size', { ...FOUND, people: null }, LARGE],
    [
      'a large one without values',
      { ...FOUND, people: 1_000, values: [] },
      LARGE.filter((name) => name !== 'values'),
    ],
    [
      'a large one without links',
      { ...FOUND, people: 1_000, links: [] },
      LARGE.filter((name) => name !== 'links'),
    ],
    [
      'a large one whose only link cannot be opened',
      { ...FOUND, people: 1_000, links: [linkOf('l0', null)] },
      LARGE.filter((name) => name !== 'links'),
    ],
    [
      'a small one with a wrong weekday',
      { ...FOUND, findings: [{ check: 'weekday-mismatch' }] },
      [...SMALL, 'values'],
    ],
    ['a small one with a past date', { ...FOUND, findings: [{ check: 'past-date' }] }, [...SMALL, 'values']],
    [
      'a small one with a past deadline',
      { ...FOUND, findings: [{ check: 'deadline-before-delivery' }] },
      [...SMALL, 'values'],
    ],
    [
      'a small one with two prices',
      { ...FOUND, findings: [{ check: 'amount-differs' }] },
      [...SMALL, 'values'],
    ],
    [
      'a small one with a doubtful link',
      { ...FOUND, findings: [{ check: 'link-insecure' }] },
      [...SMALL, 'links'],
    ],
    ['a small one with another doubt', { ...FOUND, findings: [{ check: 'quiet-hours' }] }, SMALL],
    ['a small one with a doubt and no value', { findings: [{ check: 'past-date' }] }, SMALL],
    ['a small one, second person when large', { policy: policyWith({ secondPerson: 'large' }) }, SMALL],
    [
      'a large one, second person when large',
      { people: 1_000, policy: policyWith({ secondPerson: 'large' }) },
      [...SMALL, 'test', 'second-person', 'correction'],
    ],
    [
      'a small one, second person always',
      { policy: policyWith({ secondPerson: 'always' }) },
      [...SMALL, 'second-person'],
    ],
    [
      'a small one, values and links always',
      { ...FOUND, ...asking({ values: 'always', links: 'always' }) },
      [...SMALL, 'values', 'links'],
    ],
    [
      'a small one, values never, with a wrong weekday',
      { ...FOUND, ...asking({ values: 'never' }), findings: [{ check: 'weekday-mismatch' }] },
      SMALL,
    ],
    [
      'a small one, links never, with a doubtful link',
      { ...FOUND, ...asking({ links: 'never' }), findings: [{ check: 'link-insecure' }] },
      SMALL,
    ],
    ['a small one, account when large', asking({ account: 'large' }), ['people', 'when']],
    [
      'a large one, test and correction never',
      { ...FOUND, people: 1_000, ...asking({ test: 'never', correction: 'never' }) },
      [...SMALL, 'values', 'links'],
    ],
    ['a small one, correction always', asking({ correction: 'always' }), [...SMALL, 'correction']],
    [
      'a small one of whose items a damaged policy says nothing',
      { ...FOUND, policy: policyWith({ items: {} }) },
      LARGE,
    ],
  ])('of %s', (_what, situation, items) => {
    expect(asked(situation)).toEqual(items);
  });

  it('says whether the number is known, which values and links, and when a test was seen', () => {
    const items = askedItems(contextOf({ ...FOUND, people: null, testSeenAt: 77 }));
    expect(items.slice(1)).toEqual([
      { name: 'people', known: false },
      { name: 'when' },
      { name: 'values', values: FOUND.values },
      { name: 'links', links: FOUND.links },
      { name: 'test', seenAt: 77 },
      { name: 'correction' },
    ]);
  });

  it('keeps its order, and every item comes once', async () => {
    const checks = fc.array(
      fc.constantFrom('past-date', 'link-glued', 'voom-on').map((check) => ({ check })),
    );
    await fc.assert(
      fc.property(fc.option(fc.nat({ max: 2_000 })), checks, fc.boolean(), (people, findings, has) => {
        const names = asked({ ...(has ? FOUND : {}), people, findings });
        expect(names).toEqual(ITEM_NAMES.filter((name) => names.includes(name)));
        expect(names).toEqual(expect.arrayContaining(['account', 'people', 'when']));
      }),
    );
  });
});

test.each([
  [999, false],
  [1_000, true],
  [null, true],
])('a broadcast to %s people is large: %s', (people, large) => {
  expect(isLarge(people, { largeAudience: 1_000 })).toBe(large);
});

describe('the accounts to choose from', () => {
  const other = (n: number, name = `店${n}`): KnownAccount => ({ id: basicId(`@shop${n}`), name });
  const five = [1, 2, 3, 4, 5].map((n) => other(n));
  const choices = (situation: Situation) => {
    const [item] = askedItems(contextOf(situation));
    return item?.name === 'account' ? item.choices : [];
  };

  it('are the right one and three others', () => {
    const ids = choices({ otherAccounts: five }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toContain(BAKERY);
  });

  it('are those that are easily mistaken for it', () => {
    const alike = [other(6, 'パンのまつや 駅前店'), other(7, 'パンのまつの'), other(8, 'まつやのパン')];
    const ids = choices({ otherAccounts: [...five, ...alike] }).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([BAKERY, ...alike.map(({ id }) => id)]));
  });

  it('is the right one alone where no other is known', () => {
    expect(choices({})).toEqual([{ id: BAKERY, name: 'パンのまつや' }]);
  });

  it('are named by their ids where the page shows no name', () => {
    expect(choices({ accountName: null })).toEqual([{ id: BAKERY, name: '@bakery' }]);
  });

  it('never name the right one twice', () => {
    const ids = choices({ otherAccounts: [{ id: BAKERY, name: '旧名' }, ...five] }).map(({ id }) => id);
    expect(ids.filter((id) => id === BAKERY)).toHaveLength(1);
  });

  it('are others only where the account is not known', () => {
    expect(choices({ otherAccounts: five, isAccountKnown: false })).toHaveLength(3);
  });

  it('stand in the same order as long as the attempt lasts', () => {
    const seed = attemptId(0x5f0c9a1be27d);
    expect(choices({ otherAccounts: five, seed })).toEqual(choices({ otherAccounts: five, seed }));
  });

  it('have the right one in any place, about as often', async () => {
    const places = [0, 0, 0, 0];
    const seeds = fc.sample(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 }),
      {
        numRuns: 2_000,
        seed: 7,
      },
    );
    for (const seed of seeds.map((text) => v.parse(attemptIdSchema, text))) {
      const place = choices({ otherAccounts: five, seed }).findIndex(({ id }) => id === BAKERY);
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const count of places) expect(Math.abs(count - 500)).toBeLessThan(100);
  });
});

it('a correction that is prepared comes with the question who would send it', () => {
  const policy = policyWith({ correctionText: '正しくは12月1日です。' });
  const items = askedItems(contextOf({ people: 1_000, policy }));
  expect(items.find(({ name }) => name === 'correction')).toEqual({
    name: 'correction',
    text: '正しくは12月1日です。',
  });
});
