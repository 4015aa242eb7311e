// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { DaySeparators, instantOn } from '../../src/line/chat/day-separators.ts';
import { day, el, messageList, row, run, separator, systemLine } from '../support/chat-markup.ts';
import { japan } from '../support/conversation-bench.ts';

/** Monday, 23 November 2026, 23:50 in Japan. */
const LATE = japan(23, 23, 50);
const NOVEMBER_23 = { year: 2026, month: 11, day: 23 };

let days: DaySeparators;
beforeEach(() => {
  days = new DaySeparators();
  document.body.replaceChildren();
});

function under(mark: HTMLElement, now = LATE) {
  const one = row();
  const list = messageList(day(mark, run('outgoing', one)));
  document.body.append(list);
  days.add(list, now);
  return one;
}

describe('the day of a row', () => {
  test.each(['23. November', '11-23 Mon', 'Ngày 23 tháng 11'])(
    'is not known below a line with a number that cannot be read: %s',
    (label) => {
      const one = row();
      const list = messageList(
        day(systemLine('2026年11月20日'), run('outgoing', row())),
        day(systemLine(label), run('outgoing', one)),
      );
      document.body.append(list);
      days.add(list, LATE);
      expect(days.dayOf(one, LATE)).toBeNull();
    },
  );

  test('is that of the separator above it, not of one below', () => {
    const [a, b, c] = [row(), row(), row()];
    const list = messageList(
      run('outgoing', a),
      day(separator('昨日'), run('outgoing', b)),
      day(separator('今日'), run('incoming', c)),
    );
    document.body.append(list);
    days.add(list, LATE);
    expect([a, b, c].map((one) => days.dayOf(one, LATE)?.day ?? null)).toEqual([null, 22, 23]);
  });

  test('is read from the form of 2023, a mere system line; other lines of that kind do not count', () => {
    const one = row();
    const list = messageList(
      separator('今日', null, '2023'),
      systemLine('友だち追加されました'),
      run('outgoing', one),
    );
    document.body.append(list);
    days.add(list, LATE);
    expect(days.dayOf(one, LATE)).toEqual(NOVEMBER_23);
  });

  test('is unknown under a separator of the new form that cannot be read: the one above is not its day', () => {
    const one = row();
    const list = messageList(separator('今日'), separator('오늘'), run('outgoing', one));
    document.body.append(list);
    days.add(list, LATE);
    expect(days.dayOf(one, LATE)).toBeNull();
  });

  test.each([
    ['midnight', japan(23, 0)],
    ['the day’s first message', japan(23, 14, 4)],
  ])('is certain where label and stamp agree, be the stamp %s', (_, stamp) => {
    expect(days.dayOf(under(separator('今日', stamp)), LATE)).toEqual(NOVEMBER_23);
  });

  test('is unknown where label and stamp name different days', () => {
    expect(days.dayOf(under(separator('今日', japan(22, 12))), LATE)).toBeNull();
  });

  test('is read from whichever of the two can be read', () => {
    expect(days.dayOf(under(separator('오늘', japan(23, 12))), LATE)).toEqual(NOVEMBER_23);
    const broken = separator('今日');
    broken.dataset['timestamp'] = 'NaN';
    expect(days.dayOf(under(broken), LATE)).toEqual(NOVEMBER_23);
  });
});

describe('at midnight', () => {
  const AFTER = japan(24, 0, 10);

  test('a label 今日 that still stands there keeps its day', () => {
    const one = under(separator('今日', japan(23, 0)));
    expect(days.dayOf(one, AFTER)).toEqual(NOVEMBER_23);
  });

  test('a label that LINE has changed to 昨日 means the same day', () => {
    const mark = separator('今日');
    const one = under(mark);
    mark.querySelector('.chatsys-content')?.replaceChildren('昨日');
    days.add(mark, AFTER);
    expect(days.dayOf(one, AFTER)).toEqual(NOVEMBER_23);
  });

  test('a new 今日 is the new day', () => {
    const one = under(separator('今日'));
    const later = row();
    const news = day(separator('今日'), run('outgoing', later));
    one.closest('.overflow-y-auto')?.append(news);
    days.add(news, AFTER);
    expect(days.dayOf(later, AFTER)?.day).toBe(24);
    expect(days.dayOf(one, AFTER)?.day).toBe(23);
  });
});

describe('separators', () => {
  test('that have left the page count no longer', () => {
    const mark = separator('今日');
    const one = under(mark);
    mark.remove();
    days.prune();
    expect(days.dayOf(one, LATE)).toBeNull();
  });

  test('that LINE has moved count where they stand now', () => {
    const [upper, lower, one] = [separator('昨日'), separator('今日'), row()];
    const list = messageList(upper, lower, run('outgoing', one));
    document.body.append(list);
    days.add(list, LATE);
    lower.after(upper);
    days.add(upper, LATE);
    expect(days.dayOf(one, LATE)?.day).toBe(22);
  });

  test('may be taken in any number of times', () => {
    const mark = separator('昨日');
    const one = under(mark);
    days.add(mark, LATE);
    days.add(mark.parentElement ?? mark, LATE);
    expect(days.dayOf(one, LATE)?.day).toBe(22);
  });

  test('are found when the added element is one itself', () => {
    const mark = separator('今日');
    const one = row();
    document.body.append(el('div', '', mark, one));
    days.add(mark, LATE);
    expect(days.dayOf(one, LATE)).toEqual(NOVEMBER_23);
  });
});

test('a minute of a day is an instant in the computer’s zone', () => {
  expect(instantOn(NOVEMBER_23, 0)).toBe(japan(23, 0));
  expect(instantOn(NOVEMBER_23, 14 * 60 + 4)).toBe(japan(23, 14, 4));
});
