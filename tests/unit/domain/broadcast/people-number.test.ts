import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPeople } from '../../../../src/domain/broadcast/people-number.ts';
import { anyCodeUnit } from '../../../support/broadcasts.ts';

test.each([
  ['1234', 1234],
  ['1,234', 1234],
  ['１，２３４', 1234],
  ['1、234', 1234],
  ['1 234', 1234],
  ['1,　234', 1234],
  [' 1234人 ', 1234],
  ['１２３４名', 1234],
  ['1,234 人', 1234],
  ['๑๒๓๔', 1234],
  ['๑,๒๓๔', 1234],
  ['0', 0],
  ['0012', 12],
  ['9007199254740991', 9_007_199_254_740_991],
])('"%s" is read as %i', (typed, people) => {
  expect(readPeople(typed)).toBe(people);
});

test.each([
  '',
  ' ',
  '人',
  '約1234',
  '1.5',
  '1．5',
  '-3',
  '+3',
  '1,',
  ',1',
  '1,,2',
  '千',
  '1万',
  '１２百',
  '12人人',
  '12個',
  '1e3',
  '0x10',
  '①',
  '²',
  '1234以上',
  '9007199254740993',
  '9'.repeat(40),
  `1${' '.repeat(5_000)}x`,
])('"%s" is no number of people', (typed) => {
  expect(readPeople(typed)).toBeNull();
});

test('whatever the keyboard, the same number is read', async () => {
  const zero = fc.constantFrom(0x30, 0xff10, 0x0e50);
  const comma = fc.constantFrom('', ',', '，', '、', ' ', '　');
  const counter = fc.constantFrom('', '人', '名', ' 人');
  await fc.assert(
    fc.property(fc.nat({ max: 100_000_000 }), zero, comma, counter, (people, start, separator, suffix) => {
      const grouped = String(people).replaceAll(/\B(?=(\d{3})+$)/g, separator);
      const typed = grouped.replaceAll(/\d/g, (digit) => String.fromCharCode(start + Number(digit))) + suffix;
      expect(readPeople(typed)).toBe(people);
    }),
  );
});

test('any text is a whole number or none', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: anyCodeUnit }), (typed) => {
      const people = readPeople(typed);
      expect(people === null || (Number.isSafeInteger(people) && people >= 0)).toBe(true);
    }),
  );
});

test('a row of numbers with a word behind takes no time, however many there are', () => {
  const before = process.cpuUsage();
  for (const between of [' ', '  ', ', ', ' , '])
    expect(readPeople(`${Array.from({ length: 26 }, () => '1').join(between)} 日`)).toBeNull();
  expect(readPeople(`${'1 '.repeat(100_000)}x`)).toBeNull();
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(250);
});
