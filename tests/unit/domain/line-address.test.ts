import { describe, expect, it } from 'vitest';
import { chatAddress, isChatAddress, LINE_PAGES, readChatPath } from '../../../src/domain/line-address.ts';
import { room } from '../../support/sent-messages.ts';

const { account, conversation } = room(1);

describe('addresses of LINE', () => {
  it.each([
    [`/${account}`, { account, conversation: null }],
    [`/${account}/`, { account, conversation: null }],
    [`/${account}/setting`, { account, conversation: null }],
    [`/${account}/chat/${conversation}`, { account, conversation }],
    [`/${account}/chat/${conversation}/profile`, { account, conversation }],
    [`/${account}/chat/${conversation}0`, { account, conversation: null }],
    [`/${account}/talk/${conversation}`, { account, conversation: null }],
    [`/${account}0`, null],
    ['/', null],
    ['', null],
  ])('the path %s names %j', (path, place) => {
    expect(readChatPath(path)).toEqual(place);
  });

  it('are written as they are read', () => {
    const address = chatAddress(account, conversation);
    expect(readChatPath(new URL(address).pathname)).toEqual({ account, conversation });
    expect(isChatAddress(address)).toBe(true);
  });

  it.each([
    'https://manager.line.biz/',
    'https://chat.line.biz.example.com/',
    'http://chat.line.biz/',
    undefined,
  ])('%s is no chat page', (address) => {
    expect(isChatAddress(address)).toBe(false);
  });

  it('are those of the manifest', () => {
    expect(LINE_PAGES).toEqual(['https://chat.line.biz/*', 'https://manager.line.biz/*']);
  });
});
