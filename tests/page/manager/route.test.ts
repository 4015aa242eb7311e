// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { readManagerPath } from '../../../src/line/manager/route.ts';
import { showPage } from '../../support/manager-markup.ts';
import { EDITOR, goTo, haveNavigation, openBench } from './manager-bench.ts';

describe('an address of the manager', () => {
  test.each([
    ['/account/@demo/broadcast/create', '@demo', 'editor'],
    ['/account/%40demo/broadcast/create', '@demo', 'editor'],
    ['/account/@demo/broadcast/create/', '@demo', 'editor'],
    ['/account/@demo/broadcast/edit/501093204', '@demo', 'editor'],
    ['/account/@demo/broadcast/v2/edit/501093204', '@demo', 'editor'],
    ['/account/@a.b_c-1/broadcasts/create', '@a.b_c-1', 'editor'],
    ['/account/@demo/broadcast', '@demo', 'list'],
    ['/account/@demo/broadcast/', '@demo', 'list'],
    ['/account/@demo/message/list', '@demo', 'list'],
    ['/account/@demo/broadcast/501093204', '@demo', 'other'],
    ['/account/@demo/broadcast/created', '@demo', 'other'],
    ['/account/@demo/autoresponse/create', '@demo', 'other'],
    ['/account/@demo', '@demo', 'other'],
    ['/account/demo/broadcast/create', null, 'editor'],
    ['/broadcast/create', null, 'other'],
    ['/', null, 'other'],
  ])('%s is the account %s and the place %s', (path, account, place) => {
    expect(readManagerPath(path)).toEqual({ account, place });
  });
});

describe('the place', () => {
  test('is told at once, and with every change of address inside the page', () => {
    showPage('/broadcast');
    haveNavigation();
    const { page } = openBench();
    const told = vi.fn();
    page.onPlace(told, new AbortController().signal);
    goTo(`${EDITOR}?from_copy=1`);
    goTo('/broadcast/edit/1');
    goTo('/broadcast/edit/1');
    goTo('/setting');
    expect(told.mock.calls.flat()).toEqual(['list', 'editor', 'editor', 'other']);
  });

  test('is not told of any more after the end', () => {
    showPage('/broadcast');
    haveNavigation();
    const { page, ending } = openBench();
    const ended = new AbortController();
    const [one, other] = [vi.fn(), vi.fn()];
    page.onPlace(one, ended.signal);
    page.onPlace(other, new AbortController().signal);
    ended.abort();
    goTo(EDITOR);
    ending.abort();
    goTo('/setting');
    expect(one.mock.calls.flat()).toEqual(['list']);
    expect(other.mock.calls.flat()).toEqual(['list', 'editor']);
  });

  test('and the account are those of the present address, told of or not', () => {
    showPage('/broadcast');
    const { page } = openBench();
    history.pushState(null, '', '/account/@other/broadcast/create');
    expect([page.account(), page.place()]).toEqual(['@other', 'editor']);
  });
});
