import { describe, expect, it } from 'vitest';
import type { Audience, Broadcast } from '../../../../../src/domain/broadcast/broadcast.ts';
import { abTest } from '../../../../../src/domain/broadcast/checks/ab-test.ts';
import { allFriendsUnusual } from '../../../../../src/domain/broadcast/checks/all-friends-unusual.ts';
import { changedAfterApproval } from '../../../../../src/domain/broadcast/checks/changed-after-approval.ts';
import { holiday } from '../../../../../src/domain/broadcast/checks/holiday.ts';
import { limitSet } from '../../../../../src/domain/broadcast/checks/limit-set.ts';
import { nearDuplicate } from '../../../../../src/domain/broadcast/checks/near-duplicate.ts';
import { peopleUnknown } from '../../../../../src/domain/broadcast/checks/people-unknown.ts';
import { quietHours } from '../../../../../src/domain/broadcast/checks/quiet-hours.ts';
import { schedulePassed } from '../../../../../src/domain/broadcast/checks/schedule-passed.ts';
import { scheduleSoon } from '../../../../../src/domain/broadcast/checks/schedule-soon.ts';
import { sendNowLarge } from '../../../../../src/domain/broadcast/checks/send-now-large.ts';
import { unreadable } from '../../../../../src/domain/broadcast/checks/unreadable.ts';
import { unusualPeople } from '../../../../../src/domain/broadcast/checks/unusual-people.ts';
import { voomOn } from '../../../../../src/domain/broadcast/checks/voom-on.ts';
import type { Check, CheckContext } from '../../../../../src/domain/broadcast/finding.ts';
import { sketchOf } from '../../../../../src/domain/broadcast/sketch.ts';
import { DAY, MINUTE } from '../../../../../src/domain/clock.ts';
import { DEFAULT_GATE_POLICY } from '../../../../../src/domain/policy/gate-policy.ts';
import { broadcastOf } from '../../../../support/broadcasts.ts';
import { contextOf, findingsIn, NOW, pastBroadcast, saying } from './check-bench.ts';

const keys = (check: Check, context: CheckContext) =>
  findingsIn(check, context).map(({ level, key }) => `${level} ${key}`);
const having = (change: Partial<Broadcast>) => contextOf({ broadcast: broadcastOf(change) });
const audience = (kind: Audience['kind'], limit: number | null = null): Audience => ({
  kind,
  name: null,
  target: '',
  limit,
});
const seenBy = (people: number | null) => ({ accountName: null, people, recognised: true });
const japan = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour - 9, minute);

describe('the time', () => {
  it.each([
    ['a minute ago', NOW - MINUTE, ['block checkSchedulePassed']],
    ['now', NOW, ['block checkSchedulePassed']],
    ['in a moment', NOW + 1, ['warn checkScheduleSoon']],
    ['in almost five minutes', NOW + 5 * MINUTE - 1, ['warn checkScheduleSoon']],
    ['in five minutes', NOW + 5 * MINUTE, []],
  ])('reserved for %s', (_, at, expected) => {
    const context = having({ schedule: { kind: 'at', at } });
    expect([...keys(schedulePassed, context), ...keys(scheduleSoon, context)]).toEqual(expected);
  });

  it.each([
    ['20:59', japan(20, 59), false],
    ['21:00', japan(21), true],
    ['midnight', japan(24), true],
    ['7:59', japan(7, 59), true],
    ['8:00', japan(8), false],
  ])('%s is quiet by the usual hours: %s', (_, at, isQuiet) => {
    expect(keys(quietHours, having({ schedule: { kind: 'at', at } }))).toEqual(
      isQuiet ? ['warn checkQuietHours'] : [],
    );
  });

  it('is quiet for what is sent at once at night, never without quiet hours, and not where it is unclear', () => {
    const night = { now: japan(22), policy: DEFAULT_GATE_POLICY };
    const none = { ...DEFAULT_GATE_POLICY, quietHours: { from: 600, to: 600 } };
    expect(keys(quietHours, contextOf(night))).toHaveLength(1);
    expect(keys(quietHours, contextOf({ ...night, policy: none }))).toEqual([]);
    expect(keys(quietHours, { ...having({ schedule: { kind: 'unclear' } }), now: japan(22) })).toEqual([]);
  });

  it.each([
    [0, NOW + 1, []],
    [30, NOW + 30 * MINUTE - 1, ['warn checkScheduleSoon']],
    [30, NOW + 30 * MINUTE, []],
  ])('has to be %i minutes ahead by the policy', (leadMinutes, at, expected) => {
    const policy = { ...DEFAULT_GATE_POLICY, leadMinutes };
    expect(keys(scheduleSoon, { ...having({ schedule: { kind: 'at', at } }), policy })).toEqual(expected);
  });

  it.each([
    ['on a holiday', { kind: 'at', at: japan(10) }, ['warn checkHoliday']],
    ['in the first minute of a holiday', { kind: 'at', at: japan(0) }, ['warn checkHoliday']],
    ['in the last minute before one', { kind: 'at', at: japan(0) - MINUTE }, []],
    ['at once, on the day before one', { kind: 'now' }, []],
  ] as const)('is %s', (_, schedule, expected) => {
    const policy = { ...DEFAULT_GATE_POLICY, holidays: ['2026-11-24'] };
    expect(keys(holiday, { ...having({ schedule }), policy })).toEqual(expected);
    const unclear = { ...having({ schedule: { kind: 'unclear' } }), policy, now: japan(10) };
    expect(keys(holiday, unclear)).toEqual([]);
    expect(keys(holiday, having({ schedule }))).toEqual([]);
  });

  it('may lie within quiet hours that do not pass midnight', () => {
    const noon = { ...DEFAULT_GATE_POLICY, quietHours: { from: 12 * 60, to: 13 * 60 } };
    expect(keys(quietHours, contextOf({ policy: noon, now: japan(12, 30) }))).toHaveLength(1);
    expect(keys(quietHours, contextOf({ policy: noon, now: japan(13) }))).toEqual([]);
  });
});

describe('the people', () => {
  it.each([
    [999, { kind: 'now' }, []],
    [1_000, { kind: 'now' }, ['block checkSendNowLarge']],
    [1_000, { kind: 'at', at: NOW + DAY }, []],
    [null, { kind: 'now' }, []],
  ] as const)('%s of them, sent %j', (people, schedule, expected) => {
    expect(keys(sendNowLarge, { ...having({ schedule }), page: seenBy(people) })).toEqual(expected);
  });

  it.each([
    ['all', ['narrowed', 'narrowed', 'narrowed', 'all', 'all'], true],
    ['all', ['narrowed', 'narrowed', 'narrowed', 'narrowed'], false],
    ['all', ['all', 'all', 'all', 'narrowed', 'narrowed', 'narrowed'], false],
    ['all', ['narrowed', 'narrowed', 'unclear', 'narrowed', 'unclear'], false],
    ['narrowed', ['narrowed', 'narrowed', 'narrowed', 'narrowed', 'narrowed'], false],
  ] as const)('are %s after %j: unusual %s', (kind, past, isUnusual) => {
    const context = {
      ...having({ audience: audience(kind) }),
      history: past.map((kind) => pastBroadcast({ audience: kind })),
    };
    expect(keys(allFriendsUnusual, context)).toEqual(isUnusual ? ['warn checkAllFriendsUnusual'] : []);
  });

  it.each([
    ['narrowed', 'all', ['warn checkAllFriendsNarrowed']],
    ['narrowed', 'narrowed', []],
    ['narrowed', 'unclear', []],
    ['all', 'all', []],
  ] as const)('of an account that is said to send to %s: %s', (usualAudience, kind, expected) => {
    const context = {
      ...having({ audience: audience(kind) }),
      policy: { ...DEFAULT_GATE_POLICY, usualAudience },
      history: [1, 2, 3, 4, 5].map(() => pastBroadcast({ audience: 'narrowed' })),
    };
    expect(keys(allFriendsUnusual, context)).toEqual(expected);
  });

  it.each([
    [2_001, [1_000, 1_000, 1_000], ['warn checkMorePeopleThanUsual']],
    [2_000, [1_000, 1_000, 1_000], []],
    [499, [900, 1_000, 1_100], ['warn checkFewerPeopleThanUsual']],
    [500, [900, 1_000, 1_100], []],
    [9_000, [1_000, 1_000], []],
    [9_000, [1_000, 1_000, null], []],
    [null, [1_000, 1_000, 1_000], []],
    [3_001, [1_000, 1_000, 2_000, 2_000], ['warn checkMorePeopleThanUsual']],
  ])('are %s after %j', (people, past, expected) => {
    const history = past.map((people) => pastBroadcast({ people }));
    expect(keys(unusualPeople, contextOf({ page: seenBy(people), history }))).toEqual(expected);
  });

  it('are compared with broadcasts to the same kind of audience where there are enough', () => {
    const narrowed = [400, 500, 600, 400].map((people) => pastBroadcast({ audience: 'narrowed', people }));
    const all = [9_000, 9_100, 9_200].map((people) => pastBroadcast({ people }));
    expect(keys(unusualPeople, contextOf({ page: seenBy(9_300), history: [...narrowed, ...all] }))).toEqual(
      [],
    );
    expect(keys(unusualPeople, contextOf({ page: seenBy(9_300), history: narrowed }))).toHaveLength(1);
  });

  it('are missing from the page', () => {
    expect(keys(peopleUnknown, contextOf({ page: seenBy(null) }))).toEqual(['inform checkPeopleUnknown']);
    expect(keys(peopleUnknown, contextOf({ page: seenBy(0) }))).toEqual([]);
  });
});

describe('near-duplicate', () => {
  const text =
    '12月1日(火)より、冬の新作パンが並びます。りんごのデニッシュとチョコのブリオッシュです。ご来店をお待ちしています。';
  const sentBefore = (other: string, at: number) => ({
    ...saying(text),
    history: [pastBroadcast({ at, sketch: sketchOf([other]) })],
  });

  it.each([
    ['the same', text],
    ['the same with other spaces and full-width digits', text.replace('12月1日', ' １２月１日\n')],
    ['one letter more', `${text}♪`],
  ])('objects to %s, and says when it was sent', (_, other) => {
    expect(findingsIn(nearDuplicate, sentBefore(other, NOW - 3 * DAY))).toMatchObject([
      { level: 'warn', key: 'checkNearDuplicate', values: ['2026/11/20 10:00'] },
    ]);
  });

  it('does not call sent what is only reserved', () => {
    expect(findingsIn(nearDuplicate, sentBefore(text, NOW + 2 * DAY))).toMatchObject([
      { level: 'warn', key: 'checkNearDuplicateAhead', values: ['2026/11/25 10:00'] },
    ]);
  });

  it.each([
    ['the same of 31 days ago', text, NOW - 31 * DAY],
    ['another text', '年末年始の営業時間のお知らせです。12月29日から1月3日までお休みします。', NOW - DAY],
    ['nothing', '', NOW - DAY],
  ])('leaves %s alone', (_, other, at) => {
    expect(findingsIn(nearDuplicate, sentBefore(other, at))).toEqual([]);
  });
});

describe('the settings of the broadcast', () => {
  it.each([
    [voomOn, having({ voom: true }), ['warn checkVoomOn']],
    [voomOn, having({ voom: false }), []],
    [voomOn, having({ voom: null }), []],
    [abTest, having({ abTest: true }), ['inform checkAbTest']],
    [abTest, having({ abTest: null }), []],
    [limitSet, having({ audience: audience('all', 0) }), ['inform checkLimitSet']],
    [limitSet, having({ audience: audience('all') }), []],
    [changedAfterApproval, contextOf({ changedAfterApproval: true }), ['block checkChangedAfterApproval']],
    [changedAfterApproval, contextOf(), []],
    [unreadable, having({ schedule: { kind: 'unclear' } }), ['warn checkScheduleUnclear']],
    [unreadable, having({ audience: audience('unclear') }), ['warn checkAudienceUnclear']],
    [unreadable, having({ bubbles: [] }), ['warn checkContentUnclear']],
    [unreadable, having({ readable: false, bubbles: [] }), ['warn checkUnreadable']],
    [unreadable, having({}), []],
  ])('are told by $name (%#)', (check, context, expected) => {
    expect(keys(check, context)).toEqual(expected);
  });
});
