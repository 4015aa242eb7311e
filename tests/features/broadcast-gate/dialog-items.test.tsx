// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { GatePorts } from '../../../src/features/broadcast-gate/dialog/gate-ports.ts';
import {
  fakeGatePorts,
  inJapanese,
  NOW,
  openBench,
  promised,
  sheetOf,
} from '../../support/gate-dialog-bench.ts';
import { dispatch, press } from '../../support/trusted-events.ts';

const ITEMS = {
  account: {
    name: 'account',
    choices: [
      { id: '@midori', name: 'みどり薬局' },
      { id: '@maruyama', name: 'まるやま洋菓子店' },
    ],
  },
  people: { name: 'people', known: true },
  unknownPeople: { name: 'people', known: false },
  when: { name: 'when' },
  values: {
    name: 'values',
    values: [
      { id: 'd0', kind: 'date', text: '12月1日(火)', before: 'ありがとう。', after: 'から、' },
      { id: 'a1', kind: 'amount', text: '1,980円', before: 'ケーキ ', after: '（税込）' },
    ],
  },
  links: {
    name: 'links',
    links: [
      { id: 'l0', text: 'example.com/winter', url: 'https://example.com/winter' },
      { id: 'l1', text: 'ｈttp:/broken', url: null },
      { id: 'l2', text: 'javascript', url: 'javascript:alert(1)' },
    ],
  },
  test: { name: 'test', seenAt: null },
  seenTest: { name: 'test', seenAt: NOW - 600_000 },
  correction: { name: 'correction' },
} as const;

async function asking(item: keyof typeof ITEMS, answer: GatePorts['answer'] = async () => 'right') {
  const ports = fakeGatePorts({ open: async () => sheetOf({ items: [ITEMS[item]] }), answer });
  const bench = await openBench({ ports });
  const given = () => ports.answer.mock.calls.map(([one]) => one);
  const input = (at: number) =>
    bench.all<HTMLInputElement>('fieldset input')[at] ?? document.createElement('input');
  return { ...bench, ports, given, input };
}

describe('the account', () => {
  test.each([
    [0, '@midori'],
    [1, '@maruyama'],
    [2, null],
  ])('choice %i answers %s', async (at, choice) => {
    const { click, input, given } = await asking('account');
    await click(input(at));
    expect(given()).toEqual([{ item: 'account', choice }]);
  });

  test('shows names and ids, and a way to say that none fits', async () => {
    const { find } = await asking('account');
    expect(find('.choices').textContent).toBe(
      `みどり薬局@midoriまるやま洋菓子店@maruyama${inJapanese('gateAccountNone')}`,
    );
  });

  test('that is wrong says so and can be chosen again', async () => {
    const { click, input, state, find } = await asking('account', async (answer) =>
      answer.item === 'account' && answer.choice === '@maruyama' ? 'right' : 'wrong',
    );
    await click(input(0));
    expect(state('account')).toBe('wrong');
    expect(find('.item-verdict').textContent).toContain(inJapanese('gateSaidWrong'));
    expect(find('.item-verdict').textContent).not.toContain('maruyama');
    await click(input(1));
    expect(state('account')).toBe('right');
  });
});

describe('the number of people', () => {
  test('is judged when the field is left, once, and kept when it is wrong', async () => {
    const { type, leave, input, given, state } = await asking('people', async () => 'wrong');
    await type(input(0), '１，２３４');
    expect(given()).toEqual([]);
    await leave(input(0));
    input(0).focus();
    await leave(input(0));
    expect(given()).toEqual([{ item: 'people', typed: '１，２３４' }]);
    expect([state('people'), input(0).value]).toEqual(['wrong', '１，２３４']);
    expect(input(0).getAttribute('aria-invalid')).toBe('true');
  });

  test('is judged as it stands there when Enter follows the letters at once', async () => {
    const { input, given, pass } = await asking('people');
    input(0).value = '1234';
    dispatch(input(0), new InputEvent('input', { bubbles: true, composed: true }));
    press(input(0), 'Enter');
    await pass(0);
    expect(given()).toEqual([{ item: 'people', typed: '1234' }]);
  });

  test('that is changed is open again until it is judged', async () => {
    const { type, leave, input, state } = await asking('people');
    await type(input(0), '1234');
    await leave(input(0));
    expect(state('people')).toBe('right');
    await type(input(0), '12345');
    expect(state('people')).toBe('open');
  });

  test('that was not judged is judged again when the field is left again', async () => {
    const { type, leave, input, state, ports } = await asking('people', () =>
      Promise.reject(new Error('gone')),
    );
    await type(input(0), '1234');
    await leave(input(0));
    expect(state('people')).toBe('failed');
    ports.answer.mockResolvedValue('right');
    input(0).focus();
    await leave(input(0));
    expect(state('people')).toBe('right');
  });

  test('ignores a verdict on what was typed before', async () => {
    const { promise, resolve } = promised<'right'>();
    const { type, leave, input, state, pass } = await asking('people', () => promise);
    await type(input(0), '1234');
    await leave(input(0));
    expect(state('people')).toBe('judging');
    await type(input(0), '9');
    resolve('right');
    await pass(0);
    expect(state('people')).toBe('open');
  });

  test.each([
    ['people', 'gateHelpPeople'],
    ['unknownPeople', 'gateHelpPeopleUnknown'],
  ] as const)('%s says where to find it', async (item, help) => {
    const { find } = await asking(item);
    expect(find('.item-help').textContent).toBe(inJapanese(help));
  });
});

describe('the time', () => {
  test('now is answered by one choice', async () => {
    const { click, input, given } = await asking('when');
    await click(input(0));
    expect(given()).toEqual([{ item: 'when', when: { kind: 'now' } }]);
  });

  test.each([
    ['18:30', '18:30'],
    ['１８：３０', '18:30'],
    ['930', '09:30'],
    ['9時', '09:00'],
  ])('typed %s with a weekday answers %s', async (typed, time) => {
    const { click, input, find, choose, type, leave, given } = await asking('when');
    await click(input(1));
    await choose(find<HTMLSelectElement>('#answer-weekday'), '2');
    expect(given()).toEqual([]);
    await type(find<HTMLInputElement>('#answer-time'), typed);
    await leave(find('#answer-time'));
    expect(given()).toEqual([{ item: 'when', when: { kind: 'at', weekday: 2, time } }]);
  });

  test.each(['25:00', '18:60', 'お昼', '1'])(
    'typed %s is not taken, and how to type it is said',
    async (typed) => {
      const { click, input, find, choose, type, leave, given } = await asking('when');
      await click(input(1));
      await choose(find<HTMLSelectElement>('#answer-weekday'), '2');
      await type(find<HTMLInputElement>('#answer-time'), typed);
      await leave(find('#answer-time'));
      expect(given()).toEqual([]);
      expect(find('#answer-time-wrong').textContent).toBe(inJapanese('gateTimeWrong'));
    },
  );

  test('names the days from Sunday to Saturday', async () => {
    const { click, input, all } = await asking('when');
    await click(input(1));
    expect(
      all<HTMLOptionElement>('option')
        .map(({ value, textContent }) => [value, textContent])
        .slice(1, 4),
    ).toEqual([
      ['0', '日曜日'],
      ['1', '月曜日'],
      ['2', '火曜日'],
    ]);
  });

  test('that was right is open again when another kind is chosen', async () => {
    const { click, input, state } = await asking('when');
    await click(input(0));
    expect(state('when')).toBe('right');
    await click(input(1));
    expect(state('when')).toBe('open');
  });
});

describe('the values', () => {
  test('are ticked one by one, and answered with the last', async () => {
    const { click, input, given, state, all } = await asking('values');
    expect(all('[type=checkbox]')).toHaveLength(2);
    await click(input(0));
    expect(given()).toEqual([]);
    await click(input(1));
    expect(given()).toEqual([{ item: 'values', ticked: ['d0', 'a1'] }]);
    await click(input(0));
    expect(state('values')).toBe('open');
  });

  test('stand among the words around them', async () => {
    const { all } = await asking('values');
    expect(all('.choice')[1]?.textContent).toBe(
      `${inJapanese('gateValueAmount')}1,980円…ケーキ 1,980円（税込）…`,
    );
  });
});

describe('the links', () => {
  test('open in a tab that knows nothing of this one, and are ticked by it', async () => {
    const { find, click, given, all } = await asking('links');
    const link = find<HTMLAnchorElement>('a');
    expect([link.getAttribute('href'), link.target, link.rel]).toEqual([
      'https://example.com/winter',
      '_blank',
      'noopener noreferrer',
    ]);
    await click(link);
    expect(given()).toEqual([{ item: 'links', opened: ['l0'] }]);
    expect(all('[data-opened=true]')).toHaveLength(1);
  });

  test('that are no web addresses say so and cannot be opened', async () => {
    const { all } = await asking('links');
    expect(all('a')).toHaveLength(1);
    expect(all('.links .field-error').map(({ textContent }) => textContent)).toEqual([
      inJapanese('gateLinkBroken'),
      inJapanese('gateLinkBroken'),
    ]);
  });

  test('that the page keeps from opening are not ticked', async () => {
    const { find, given, pass } = await asking('links');
    const forbid = (event: Event) => event.preventDefault();
    window.addEventListener('click', forbid, { capture: true });
    dispatch(find('a'), new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    window.removeEventListener('click', forbid, { capture: true });
    await pass(0);
    expect(given()).toEqual([]);
  });
});

describe('the test', () => {
  test('that was observed is done and says when', async () => {
    const { state, find, all, final } = await asking('seenTest');
    expect(state('test')).toBe('right');
    expect(find('.item-help').textContent).toBe(inJapanese('gateTestSeen', '09:02'));
    expect(all('fieldset input')).toHaveLength(0);
    expect(final().getAttribute('aria-disabled')).toBe('false');
  });

  test('that was not needs a reason', async () => {
    const { type, leave, input, given } = await asking('test');
    await type(input(0), '断水のお知らせを急ぐため');
    await leave(input(0));
    expect(given()).toEqual([{ item: 'test', without: '断水のお知らせを急ぐため' }]);
  });

  test('can be made now', async () => {
    const { click, button, ports } = await asking('test');
    await click(button(inJapanese('gateTestBack')));
    expect(ports.cancel.mock.calls).toEqual([['cancelled']]);
  });
});

test('the correction is answered with a name', async () => {
  const { type, leave, input, given, state } = await asking('correction', async () => 'incomplete');
  await type(input(0), '山田');
  await leave(input(0));
  expect(given()).toEqual([{ item: 'correction', contact: '山田' }]);
  expect(state('correction')).toBe('incomplete');
});

test('the final button says what is still open, and does nothing else', async () => {
  const ports = fakeGatePorts({ open: async () => sheetOf({ items: [ITEMS.people, ITEMS.when] }) });
  const { click, final, find, phase, type, leave } = await openBench({ ports });
  expect([final().disabled, final().getAttribute('aria-disabled')]).toEqual([false, 'true']);
  await click(final());
  expect(find('#final-said').textContent).toBe('まだ残っています：人数、日時');
  await type(find<HTMLInputElement>('#answer-people'), '1234');
  await leave(find('#answer-people'));
  expect(find('#final-said').textContent).toBe('まだ残っています：日時');
  expect([phase(), ports.complete.mock.calls.length]).toEqual(['asking', 0]);
});

describe('the correction that a supervisor has prepared', () => {
  test('is shown as text where it is asked who would correct', async () => {
    const text = '<b>訂正</b>\n正しくは12月1日です。';
    const ports = fakeGatePorts({ open: async () => sheetOf({ items: [{ name: 'correction', text }] }) });
    const { find } = await openBench({ ports });
    expect(find('.prepared').textContent).toBe(text);
    expect(find('.item-help').textContent).toBe(inJapanese('gateHelpCorrectionPrepared'));
  });
});
