import { describe, expect, it } from 'vitest';
import type { PastAttempt } from '../../../src/domain/journal/past-attempts.ts';
import type { CustomItem } from '../../../src/domain/policy/custom-item.ts';
import { DEFAULT_GATE_POLICY, type GatePolicy } from '../../../src/domain/policy/gate-policy.ts';
import { retry } from '../../../src/domain/policy/retrial.ts';
import { attemptId, BAKERY } from '../../support/broadcasts.ts';
import { COUNTS, FOUR_PAST_THREE } from '../../support/journal-entries.ts';

const HOUR = 3_600_000;
const ALL_ASKED = ['account', 'people', 'when'];

const past = (
  change: Partial<PastAttempt> = {},
  counts: Partial<PastAttempt['broadcast']> = {},
): PastAttempt => ({
  id: attemptId(1),
  at: FOUR_PAST_THREE,
  account: BAKERY,
  broadcast: { ...COUNTS, people: 100, links: 0, scheduledAt: FOUR_PAST_THREE + HOUR, ...counts },
  asked: ALL_ASKED,
  found: [],
  stoppedBy: [],
  reasonsFor: [],
  wasSent: true,
  ...change,
});
const policy = (change: Partial<GatePolicy> = {}): GatePolicy => ({ ...DEFAULT_GATE_POLICY, ...change });
const levels = (of: Record<string, 'off' | 'inform' | 'warn' | 'block'>) =>
  policy({ checkLevels: { ...DEFAULT_GATE_POLICY.checkLevels, ...of } });

describe('a policy that is tried on a broadcast of the past', () => {
  it('changes nothing where it is the one that held', () => {
    expect(retry(past(), policy(), [])).toEqual({
      past: past(),
      stops: [],
      reasons: [],
      asksMore: [],
      asksLess: [],
      ownItems: [],
      ownItemsPerhaps: [],
    });
  });

  it.each<{
    what: string;
    tried: PastAttempt;
    with: GatePolicy;
    stops: readonly string[];
    reasons: readonly string[];
  }>([
    {
      what: 'sent at once to what is many now',
      tried: past({}, { scheduledAt: null }),
      with: policy({ largeAudience: 50 }),
      stops: ['send-now-large'],
      reasons: [],
    },
    {
      what: 'sent at once to few',
      tried: past({}, { scheduledAt: null }),
      with: policy(),
      stops: [],
      reasons: [],
    },
    {
      what: 'reserved for too soon',
      tried: past(),
      with: policy({ leadMinutes: 90 }),
      stops: [],
      reasons: ['schedule-soon'],
    },
    {
      what: 'within the quiet hours',
      tried: past(),
      with: policy({ quietHours: { from: 960, to: 1_020 } }),
      stops: [],
      reasons: ['quiet-hours'],
    },
    {
      what: 'on a holiday',
      tried: past(),
      with: policy({ holidays: ['2026-11-22'] }),
      stops: [],
      reasons: ['holiday'],
    },
    {
      what: 'to all friends, which is unusual',
      tried: past(),
      with: policy({ usualAudience: 'narrowed' }),
      stops: [],
      reasons: ['all-friends-unusual'],
    },
    {
      what: 'posted to VOOM, which stops now',
      tried: past({ found: ['voom-on'], reasonsFor: ['voom-on'] }, { voom: true }),
      with: levels({ 'voom-on': 'block' }),
      stops: ['voom-on'],
      reasons: [],
    },
    {
      what: 'with a reason given then',
      tried: past({ found: ['past-date'], reasonsFor: ['past-date'] }),
      with: policy(),
      stops: [],
      reasons: [],
    },
    {
      what: 'with a date that stops now',
      tried: past({ found: ['past-date'], reasonsFor: ['past-date'] }),
      with: levels({ 'past-date': 'block' }),
      stops: ['past-date'],
      reasons: [],
    },
    {
      what: 'with what was only told then',
      tried: past({ found: ['ab-test'] }),
      with: levels({ 'ab-test': 'warn' }),
      stops: [],
      reasons: ['ab-test'],
    },
    {
      what: 'stopped then as well',
      tried: past({ found: ['empty-bubble'], stoppedBy: ['empty-bubble'], wasSent: false }),
      with: policy(),
      stops: [],
      reasons: [],
    },
    {
      what: 'found by a check that is gone',
      tried: past({ found: ['moon-phase'] }),
      with: policy(),
      stops: [],
      reasons: [],
    },
  ])('$what', ({ tried, with: tryWith, stops, reasons }) => {
    expect(retry(tried, tryWith, [])).toMatchObject({ stops, reasons });
  });

  it('does not take a time that could not be read for "at once"', () => {
    const unread = past({ found: ['unreadable'] }, { scheduledAt: null });
    expect(retry(unread, policy({ largeAudience: 1 }), []).stops).toEqual([]);
  });

  it('asks more items and fewer, but those about a text only where the journal knows of one', () => {
    const more = policy({
      items: { ...DEFAULT_GATE_POLICY.items, test: 'always', values: 'always', links: 'always' },
      secondPerson: 'always',
    });
    expect(retry(past(), more, []).asksMore).toEqual(['test', 'second-person']);
    expect(retry(past({}, { links: 2 }), more, []).asksMore).toEqual(['links', 'test', 'second-person']);
    const less = policy({ items: { ...DEFAULT_GATE_POLICY.items, correction: 'never', values: 'large' } });
    const tried = past({ asked: [...ALL_ASKED, 'values', 'correction'] });
    expect(retry(tried, less, []).asksLess).toEqual(['correction']);
  });

  it('asks nothing more of what never came to a checklist', () => {
    expect(retry(past({ asked: null }), policy({ secondPerson: 'always' }), []).asksMore).toEqual([]);
  });

  it('tells its own questions that would surely be asked from those that depend on the content', () => {
    const item = (id: string, when: CustomItem['when']): CustomItem => ({
      id,
      text: { ja: id },
      kind: 'tick',
      when,
    });
    const customItems = [
      item('always', 'always'),
      item('large', [{ if: 'large' }]),
      item('now', [{ if: 'schedule', is: 'now' }]),
      item('coupon', [{ if: 'contains', what: 'coupon' }]),
      item('link', [{ if: 'contains', what: 'link' }]),
      item('large-coupon', [{ if: 'large' }, { if: 'contains', what: 'coupon' }]),
    ];
    const ids = (items: readonly CustomItem[]) => items.map(({ id }) => id);
    const small = retry(past(), policy({ customItems }), []);
    expect([ids(small.ownItems), ids(small.ownItemsPerhaps)]).toEqual([['always'], ['coupon']]);
    const large = retry(past({}, { people: 5_000, links: 1 }), policy({ customItems }), []);
    expect([ids(large.ownItems), ids(large.ownItemsPerhaps)]).toEqual([
      ['always', 'large', 'link'],
      ['coupon', 'large-coupon'],
    ]);
  });

  it('knows the account’s habit from what was sent before', () => {
    const before = Array.from({ length: 5 }, () => past({}, { audience: 'narrowed' }));
    expect(retry(past(), policy(), before).reasons).toEqual(['all-friends-unusual']);
    expect(
      retry(
        past(),
        policy(),
        before.map((other) => ({ ...other, wasSent: false })),
      ).reasons,
    ).toEqual([]);
  });
});
