import { describe, expect, test } from 'vitest';
import { isGroup, readRoute } from '../../src/line/chat/route.ts';
import { CUSTOMER, GROUP } from '../support/conversation-bench.ts';

const U = `U${'0123456789abcdef'.repeat(2)}`;
const C = `C${'0123456789abcdef'.repeat(2)}`;
const R = `R${'0123456789abcdef'.repeat(2)}`;

describe('an address', () => {
  test.each([
    [`/${U}`, null],
    [`/${U}/`, null],
    [`/${U}/chat`, null],
    [`/${U}/chat/`, null],
    [`/${U}/settings/tags`, null],
    [`/${U}/chat/${U}`, U],
    [`/${U}/chat/${C}`, C],
    [`/${U}/chat/${R}`, R],
    [`/${U}/chat/${U}/`, U],
    [`/${U}/chat/${U}/photos`, U],
  ])('%s names the account, and the conversation %s', (path, conversation) => {
    expect(readRoute(path)).toEqual({ account: U, conversation });
  });

  test.each([
    '/',
    '/account/@maruyama',
    `/${U}0`,
    `/${U.slice(0, -1)}`,
    `/${U.toUpperCase()}/chat/${U}`,
    `/${C}/chat/${U}`,
    `/x/${U}`,
    'https://chat.line.biz/',
  ])('%s names no account', (path) => {
    expect(readRoute(path)).toBeNull();
  });

  test.each([`/${U}/chat/X${U.slice(1)}`, `/${U}/chat/${U}0`])('%s names no conversation', (path) => {
    expect(readRoute(path)?.conversation ?? null).toBeNull();
  });
});

test('groups and rooms are told from chats with one person', () => {
  expect([isGroup(CUSTOMER), isGroup(GROUP)]).toEqual([false, true]);
});
