import { describe, expect, it, test } from 'vitest';
import type { Schedule } from '../../../../src/domain/broadcast/broadcast.ts';
import type { Answer } from '../../../../src/domain/broadcast/checklist.ts';
import {
  isUnverified,
  judgeAnswer,
  type Truth,
  type Verdict,
} from '../../../../src/domain/broadcast/judge-answer.ts';
import { countLetters, isReason } from '../../../../src/domain/broadcast/typed-letters.ts';
import { BAKERY, basicId, extractedValue, linkOf } from '../../../support/broadcasts.ts';

/** Tuesday, 2026-12-01 10:05 in Japan, where the tests run. */
const TUESDAY: Schedule = { kind: 'at', at: Date.UTC(2026, 11, 1, 1, 5) };
const truth = (change: Partial<Truth> = {}): Truth => ({
  account: BAKERY,
  people: 1_234,
  schedule: TUESDAY,
  values: [extractedValue('d0-0'), extractedValue('d0-9')],
  links: [linkOf('l0'), linkOf('l1', null), linkOf('l2')],
  testSeenAt: null,
  custom: [],
  approval: null,
  ...change,
});
const account = (choice: string | null): Answer => ({
  item: 'account',
  choice: choice === null ? null : basicId(choice),
});
const people = (typed: string): Answer => ({ item: 'people', typed });
const at = (weekday: number, time: string): Answer => ({ item: 'when', when: { kind: 'at', weekday, time } });
const NOW: Answer = { item: 'when', when: { kind: 'now' } };
const without = (reason: string): Answer => ({ item: 'test', without: reason });

const APPROVED = { name: 'given', person: '田中', isVerified: true, key: null } as const;

describe('an answer', () => {
  it.each<[string, Answer, Partial<Truth>, Verdict]>([
    ['the right account', account('@bakery'), {}, 'right'],
    ['another account', account('@bakery2'), {}, 'wrong'],
    ['"none of these" although it is there', account(null), {}, 'wrong'],
    ['any account where none is known', account('@bakery2'), { account: null }, 'right'],
    ['"none of these" where none is known', account(null), { account: null }, 'right'],
    ['the number of people', people('１，２３４人'), {}, 'right'],
    ['nearly the number of people', people('1233'), {}, 'wrong'],
    ['no number of people', people('みんな'), {}, 'incomplete'],
    ['nothing typed', people(''), {}, 'incomplete'],
    ['nobody, rightly', people('0'), { people: 0 }, 'right'],
    ['any number where none is known', people('7'), { people: null }, 'right'],
    ['nobody where no number is known', people('0'), { people: null }, 'wrong'],
    ['weekday and time', at(2, '10:05'), {}, 'right'],
    ['another weekday', at(3, '10:05'), {}, 'wrong'],
    ['twelve hours off', at(2, '22:05'), {}, 'wrong'],
    ['a minute off', at(2, '10:06'), {}, 'wrong'],
    ['a time that is none', at(2, '99:99'), {}, 'wrong'],
    ['now instead of later', NOW, {}, 'wrong'],
    ['now, rightly', NOW, { schedule: { kind: 'now' } }, 'right'],
    ['later instead of now', at(2, '10:05'), { schedule: { kind: 'now' } }, 'wrong'],
    ['now where the time is unclear', NOW, { schedule: { kind: 'unclear' } }, 'right'],
    ['a time where the time is unclear', at(0, '00:00'), { schedule: { kind: 'unclear' } }, 'right'],
    ['all values', { item: 'values', ticked: ['d0-9', 'd0-0'] }, {}, 'right'],
    ['all values but one', { item: 'values', ticked: ['d0-0'] }, {}, 'incomplete'],
    ['values of another text', { item: 'values', ticked: ['d0-0', 'd1-0'] }, {}, 'incomplete'],
    ['all links that can be opened', { item: 'links', opened: ['l0', 'l2'] }, {}, 'right'],
    ['all links but one', { item: 'links', opened: ['l2', 'l1'] }, {}, 'incomplete'],
    ['a reason for no test', without('昨日と同じ内容を確認済みのため'), {}, 'right'],
    ['no reason for no test', without('不要'), {}, 'incomplete'],
    ['no reason where a test was seen', without(''), { testSeenAt: 1 }, 'right'],
    [
      'a second person who approved',
      { item: 'second-person', person: '田中' },
      { approval: APPROVED },
      'right',
    ],
    ['the name of somebody who did not', { item: 'second-person', person: '田中' }, {}, 'incomplete'],
    ['a contact', { item: 'correction', contact: '広報 内線12' }, {}, 'right'],
    ['no contact', { item: 'correction', contact: '--' }, {}, 'incomplete'],
  ])('(%s) is judged', (_what, answer, change, verdict) => {
    expect(judgeAnswer(answer, truth(change))).toBe(verdict);
  });

  it('about the time is judged by the clock on this computer’s wall, also across midnight', () => {
    // 23:59 on Monday in UTC is Tuesday morning in Japan.
    const schedule: Schedule = { kind: 'at', at: Date.UTC(2026, 10, 30, 23, 59) };
    expect(judgeAnswer(at(2, '08:59'), truth({ schedule }))).toBe('right');
    expect(judgeAnswer(at(1, '23:59'), truth({ schedule }))).toBe('wrong');
  });
});

test.each<[Answer['item'], Partial<Truth>, boolean]>([
  ['account', {}, false],
  ['account', { account: null }, true],
  ['people', {}, false],
  ['people', { people: null }, true],
  ['when', {}, false],
  ['when', { schedule: { kind: 'unclear' } }, true],
  ['values', {}, false],
  ['links', {}, false],
  ['test', {}, true],
  ['test', { testSeenAt: 1 }, false],
  ['second-person', {}, true],
  ['second-person', { approval: APPROVED }, false],
  ['second-person', { approval: { ...APPROVED, isVerified: false } }, true],
  ['correction', {}, true],
])('the answer to "%s" (%o) is taken unverified: %s', (item, change, unverified) => {
  expect(isUnverified(item, truth(change))).toBe(unverified);
});

test.each([
  ['店長が確認しました', true],
  ['  店長が 確認 しました  ', true],
  ['approved', true],
  ['ร้านตรวจแล้ว', true],
  ['店長が確認', false],
  ['あああああああああああ', false],
  ['ああああ ああああ ああああ', false],
  ['................', false],
  ['。、。、。、。、。、。、', false],
  ['了解ですーーーーーーー', false],
  ['        ', false],
  ['', false],
])('"%s" is a reason: %s', (text, isOne) => {
  expect(isReason(text)).toBe(isOne);
});

test.each([
  ['田中', 2],
  ['みみ', 2],
  ['𠮷田', 2],
  ['03-1234-5678', 10],
  ['111', 1],
])('"%s" has %i letters', (text, letters) => {
  expect(countLetters(text)).toBe(letters);
});
