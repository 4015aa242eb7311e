import type { BrowserLanguage } from '../tests/support/browser/launch-matta.ts';

/** What `npm start` shall do. */
export type StartOptions =
  /** Open the practice LINE in a window. */
  | { readonly mode: 'practice'; readonly lang: BrowserLanguage }
  /** Take a picture of the practice chat without a window. */
  | { readonly mode: 'picture'; readonly lang: BrowserLanguage; readonly file: string }
  /** Play the story of a broadcast without a window, and take a picture of each of its steps. */
  | { readonly mode: 'story'; readonly lang: BrowserLanguage; readonly folder: string }
  /** Open the real site in a window, with a profile that is kept. */
  | { readonly mode: 'real'; readonly lang: BrowserLanguage; readonly url: string };

/** The command line asks for something that does not exist; the message says what does. */
export class UnusableOptions extends Error {
  override name = 'UnusableOptions';
}

export const usage = `npm start                                            the practice LINE, in a window
npm start -- --lang th                               the same in Thai (ja, en, zh_TW, th; default ja)
npm start -- --headless --screenshot picture.png     a picture of the practice chat, without a window
npm start -- --headless --story pictures             pictures of a broadcast being caught and sent, without a window
npm start -- --url [https://chat.line.biz/]          the real site, with a profile that keeps you logged in`;

const languages: readonly BrowserLanguage[] = ['ja', 'en', 'zh_TW', 'th'];
const realHosts = ['chat.line.biz', 'manager.line.biz'];

/** Reads the command line of `npm start`. Throws UnusableOptions. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const given = collect(args);
  const lang = languageOf(given.get('--lang'));
  const isHeadless = given.has('--headless');
  const file = given.get('--screenshot');
  const folder = given.get('--story');
  const url = given.get('--url');

  if (file !== undefined && folder !== undefined) {
    throw new UnusableOptions('--screenshot and --story are two commands: leave one of them out');
  }
  if (isHeadless !== (file !== undefined || folder !== undefined)) {
    throw new UnusableOptions('--headless belongs together with --screenshot FILE or --story FOLDER');
  }
  if (url !== undefined && isHeadless) {
    throw new UnusableOptions('--url needs a window, so that you can log in: leave --headless out');
  }
  if (url !== undefined) return { mode: 'real', lang, url: realAddress(url) };
  if (file !== undefined) return { mode: 'picture', lang, file };
  if (folder !== undefined) return { mode: 'story', lang, folder };
  return { mode: 'practice', lang };
}

type Value = 'none' | 'needed' | 'optional';

const known: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['--headless', 'none'],
  ['--screenshot', 'needed'],
  ['--story', 'needed'],
  ['--url', 'optional'],
  ['--lang', 'needed'],
]);

/** Every option with its value, which is empty where none was given. Values follow after a space or `=`. */
function collect(args: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const rest = args.flatMap(splitAtEquals);
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    const value = known.get(name);
    if (value === undefined) throw new UnusableOptions(`unknown option ${name}`);
    const hasValue = value !== 'none' && rest[0] !== undefined && !rest[0].startsWith('--');
    if (value === 'needed' && !hasValue) throw new UnusableOptions(`${name} needs a value`);
    given.set(name, hasValue ? (rest.shift() ?? '') : '');
  }
  return given;
}

function splitAtEquals(arg: string): readonly string[] {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return at === -1 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
}

function languageOf(given: string | undefined): BrowserLanguage {
  if (given === undefined) return 'ja';
  const language = languages.find((known) => known === given);
  if (language === undefined) {
    throw new UnusableOptions(`--lang is one of ${languages.join(', ')}, not ${given}`);
  }
  return language;
}

function realAddress(given: string): string {
  const address = given === '' ? `https://${realHosts[0]}/` : given;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || !realHosts.includes(url.hostname)) {
    throw new UnusableOptions(`--url is an address on ${realHosts.join(' or ')}, not ${address}`);
  }
  return url.href;
}
