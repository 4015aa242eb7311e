import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  APPROVAL_LIFE_MS,
  type Approval,
  type ApprovalStage,
  approvalFor,
  approvalIdSchema,
  isApprovalOver,
  waitOf,
} from '../../../../../src/domain/broadcast/approval/approval.ts';
import {
  answeredFacts,
  type BlindAnswers,
  differing,
  trueFacts,
} from '../../../../../src/domain/broadcast/approval/blind-facts.ts';
import { HOUR, MINUTE, SECOND } from '../../../../../src/domain/clock.ts';
import { attemptId, BAKERY } from '../../../../support/broadcasts.ts';

const ASKED_AT = Date.UTC(2026, 10, 26, 1, 0);
const GIVEN: ApprovalStage = { name: 'given', person: '山田', isVerified: true, key: 'a'.repeat(64) };
const approval = (stage: ApprovalStage, fingerprint = 'f'.repeat(64)): Approval => ({
  id: v.parse(approvalIdSchema, 'a'.repeat(32)),
  attempt: attemptId(1),
  account: BAKERY,
  fingerprint,
  truth: { account: '@bakery', people: 842, when: 'now', custom: [] },
  content: 'c'.repeat(64),
  operator: '佐藤',
  code: null,
  askedAt: ASKED_AT,
  stage,
});

describe('an approval', () => {
  test.each<[ApprovalStage]>([
    [{ name: 'asked' }],
    [{ name: 'used', person: '山田', by: 'x' }],
    [{ name: 'differs', person: '山田' }],
    [{ name: 'practised' }],
    [{ name: 'sent-back', person: '山田', reason: '割引率が違います' }],
  ])('does not hold while it is %o', (stage) => {
    expect(approvalFor([approval(stage)], 'f'.repeat(64), ASKED_AT)).toBe(null);
  });

  it('holds for its own broadcast alone, for half an hour, and not before it was asked for', () => {
    const given = [approval(GIVEN)];
    const holds = (fingerprint: string, at: number) => approvalFor(given, fingerprint, at) !== null;
    expect(holds('f'.repeat(64), ASKED_AT)).toBe(true);
    expect(holds('e'.repeat(64), ASKED_AT)).toBe(false);
    expect(holds('f'.repeat(64), ASKED_AT + APPROVAL_LIFE_MS - 1)).toBe(true);
    expect(holds('f'.repeat(64), ASKED_AT + APPROVAL_LIFE_MS)).toBe(false);
    expect(holds('f'.repeat(64), ASKED_AT - 1)).toBe(false);
    expect(isApprovalOver({ askedAt: ASKED_AT }, ASKED_AT - HOUR)).toBe(true);
  });
});

describe('the wait after mistakes', () => {
  test.each([
    [0, 0],
    [2, 0],
    [3, 15 * SECOND],
    [4, 30 * SECOND],
    [6, 2 * MINUTE],
    [9, 15 * MINUTE],
    [100, 15 * MINUTE],
    [5_000, 15 * MINUTE],
  ])('after %i is %i ms', (count, ms) => {
    expect(waitOf(count)).toBe(ms);
  });
});

describe('blind answers', () => {
  const TUESDAY = { kind: 'at', at: Date.UTC(2026, 11, 1, 1, 5) } as const;
  const answers = (change: Partial<BlindAnswers> = {}): BlindAnswers => ({
    account: '@bakery',
    people: '1,234人',
    when: { kind: 'at', weekday: 2, time: '10:05' },
    ...change,
  });
  const difference = (change: Partial<BlindAnswers>) => {
    const facts = answeredFacts(answers(change));
    return facts === null ? 'incomplete' : differing(facts, trueFacts('@bakery', 1_234, TUESDAY));
  };

  test.each<[string, Partial<BlindAnswers>, readonly string[] | 'incomplete']>([
    ['all right', {}, []],
    ['an account in other letters', { account: ' ＠Bakery ' }, []],
    ['an account without its @', { account: 'bakery' }, []],
    ['another account', { account: '@hanabi' }, ['account']],
    ['no account at all', { account: 'パン屋' }, 'incomplete'],
    ['an account that is said not to be shown', { account: null }, ['account']],
    ['ten times the people', { people: '12340' }, ['people']],
    ['people in words', { people: 'たくさん' }, 'incomplete'],
    ['people that are said not to be shown', { people: null }, ['people']],
    ['another weekday', { when: { kind: 'at', weekday: 3, time: '10:05' } }, ['when']],
    ['twelve hours off', { when: { kind: 'at', weekday: 2, time: '22:05' } }, ['when']],
    ['now instead of later', { when: { kind: 'now' } }, ['when']],
    ['everything', { account: '@x', people: '1', when: { kind: 'unclear' } }, ['account', 'people', 'when']],
  ])('%s', (_what, change, expected) => {
    expect(difference(change)).toEqual(expected);
  });

  it('fit what nobody can see only when they say so', () => {
    const truth = trueFacts(null, null, { kind: 'unclear' });
    const unseen = answeredFacts({ account: null, people: null, when: { kind: 'unclear' } });
    expect(unseen === null ? null : differing(unseen, truth)).toEqual([]);
    const seen = answeredFacts(answers());
    expect(seen === null ? null : differing(seen, truth)).toEqual(['account', 'people', 'when']);
  });
});
