import { describe, expect, it } from 'vitest';
import { chatAddress, LINE_PAGES, lineSide, readChatPath } from '../../../src/domain/line-address.ts';
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
    expect(lineSide(address)).toBe('chat');
  });

  it.each([
    ['https://chat.line.biz/', 'chat'],
    ['https://manager.line.biz/account/@a', 'manager'],
    ['https://manager.line.biz.example.com/', null],
    ['https://chat.line.biz.example.com/', null],
    ['http://chat.line.biz/', null],
    [undefined, null],
  ])('%s is on the side %s', (address, side) => {
    expect(lineSide(address)).toBe(side);
  });

  it('are those of the manifest', () => {
    expect(LINE_PAGES).toEqual(['https://chat.line.biz/*', 'https://manager.line.biz/*']);
  });
});
