import { describe, expect, it } from 'vitest';
import { readStartOptions, UnusableOptions } from '../../scripts/start-options.ts';

describe('the options of npm start', () => {
  it.each([
    ['', { mode: 'practice', lang: 'ja' }],
    ['--lang th', { mode: 'practice', lang: 'th' }],
    ['--lang=zh_TW', { mode: 'practice', lang: 'zh_TW' }],
    ['--headless --screenshot a.png', { mode: 'picture', lang: 'ja', file: 'a.png' }],
    ['--screenshot=a.png --lang en --headless', { mode: 'picture', lang: 'en', file: 'a.png' }],
    ['--headless --story out', { mode: 'story', lang: 'ja', folder: 'out' }],
    ['--url', { mode: 'real', lang: 'ja', url: 'https://chat.line.biz/' }],
    ['--url --lang en', { mode: 'real', lang: 'en', url: 'https://chat.line.biz/' }],
    ['--url https://manager.line.biz', { mode: 'real', lang: 'ja', url: 'https://manager.line.biz/' }],
  ])('"%s" is understood', (line, expected) => {
    expect(readStartOptions(words(line))).toEqual(expected);
  });

  it.each([
    ['--headles', 'unknown option --headles'],
    ['picture.png', 'unknown option picture.png'],
    ['--lang', '--lang needs a value'],
    ['--lang fr', '--lang is one of ja, en, zh_TW, th, not fr'],
    ['--lang=', '--lang is one of ja, en, zh_TW, th, not '],
    ['--headless', '--headless belongs together with --screenshot FILE or --story FOLDER'],
    ['--screenshot a.png', '--headless belongs together with --screenshot FILE or --story FOLDER'],
    ['--headless --screenshot', '--screenshot needs a value'],
    ['--story out', '--headless belongs together with --screenshot FILE or --story FOLDER'],
    ['--headless --story out --screenshot a.png', '--screenshot and --story are two commands'],
    ['--headless=yes --screenshot a.png', 'unknown option yes'],
    [
      '--url --headless --screenshot a.png',
      '--url needs a window, so that you can log in: leave --headless out',
    ],
    ['--url http://chat.line.biz/', '--url is an address on'],
    ['--url https://example.com/', '--url is an address on'],
    ['--url chat', '--url is an address on'],
  ])('"%s" is refused with a reason', (line, reason) => {
    expect(() => readStartOptions(words(line))).toThrow(UnusableOptions);
    expect(() => readStartOptions(words(line))).toThrow(reason);
  });
});

function words(line: string): readonly string[] {
  return line.split(' ').filter((word) => word !== '');
}
