import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Conventions that neither the compiler nor the linter can say. Who may import whom is in biome.json. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCALES = ['ja', 'en', 'zh_TW', 'th'] as const;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file));
const sourcesWith = (pattern: RegExp) => sources.filter((file) => pattern.test(read(file)));

type Messages = Readonly<
  Record<string, { message: string; placeholders?: Record<string, { content: string }> }>
>;
const messages = Object.fromEntries(
  LOCALES.map((locale) => [locale, JSON.parse(read(`public/_locales/${locale}/messages.json`)) as Messages]),
);

describe('files', () => {
  test('are short enough to have one reason', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 200);
    expect(long).toEqual([]);
  });

  test('lie in folders that say what they are about', () => {
    const vague = sources.filter((file) => /\/(utils?|helpers?|common|lib)\//.test(file));
    expect(vague).toEqual([]);
  });
});

describe('borders', () => {
  test('only platform/browser.ts imports the polyfill', () => {
    expect(sourcesWith(/from 'webextension-polyfill'/)).toEqual(['src/platform/browser.ts']);
  });

  test('only platform/content-browser.ts takes the browser’s own object', () => {
    expect(sourcesWith(/(?:=|\()\s*(?:globalThis\.)?chrome\b(?!\.runtime\.MessageSender)/)).toEqual([
      'src/platform/content-browser.ts',
    ]);
  });

  test('only domain/calendar.ts imports dayjs, and no content script reaches it', () => {
    expect(sourcesWith(/from 'dayjs/)).toEqual(['src/domain/calendar.ts']);
    const reached = sourcesWith(/domain\/calendar\.ts|\.\/calendar\.ts/).map((file) => file.split('/')[1]);
    expect(new Set(reached)).toEqual(new Set(['pages']));
  });

  test('no content script carries the table of what a supervisor decides', () => {
    const table =
      /import (?!type)[^;]*? from '[^']*policy\/(?:policy|gate-policy|gate-rules|setting-rules|rules)\.ts'/;
    const inPages = sourcesWith(table).filter((file) =>
      /^src\/(?:content|features|line|messaging|ui)\//.test(file),
    );
    expect(inPages).toEqual([]);
  });

  test('LINE’s class names stand in the two anchors.ts alone', () => {
    const lineFiles = sources.filter((file) => !/^src\/line\/(?:chat|manager)\/anchors\.ts$/.test(file));
    const classes =
      /['"`.](?:chat-(?:body|content|reverse|main|sub|item|header)|chatsys|dropdown-item|modal-(?:dialog|title|header)|btn-primary|form-group)\b/;
    expect(lineFiles.filter((file) => classes.test(read(file)))).toEqual([]);
  });

  test('the manager’s selectors stand in its anchors.ts alone', () => {
    const selecting = /(?:matches|closest|findAll|querySelector(?:All)?)\((?:[^()'"`]*,\s*)?['"`]/;
    const manager = sources.filter((file) => /^src\/line\/manager\/[\w-]+\.ts$/.test(file));
    expect(manager.length).toBeGreaterThan(10);
    expect(manager.filter((file) => selecting.test(read(file)))).toEqual([]);
  });

  test('no HTML is ever made from a string', () => {
    const sinks =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|DOMParser|srcdoc/;
    expect(sourcesWith(sinks)).toEqual([]);
  });

  test('nothing is fetched but Matta’s own files', () => {
    // The network gate stands before the page's own requests, and only hands them on.
    const gate = /^src\/content\/network-gate/;
    const fetching = sourcesWith(/\bfetch\(|new XMLHttpRequest|sendBeacon\(|WebSocket|EventSource/);
    const own = fetching.filter((file) => !gate.test(file));
    for (const file of own) expect(read(file), file).toMatch(/fetch\((?:browser\.)?runtime\.getURL\(/);
    expect(own.length).toBeLessThanOrEqual(2);
    expect(fetching.filter((file) => gate.test(file))).toEqual(['src/content/network-gate/gate-beacon.ts']);
  });

  test('features do not know each other', () => {
    const crossing = sources.filter((file) => {
      const [, , feature, name] = file.split('/');
      if (!file.startsWith('src/features/') || name === undefined) return false;
      const others = [...read(file).matchAll(/from '\.\.\/([\w-]+)\//g)].map((found) => found[1]);
      return others.some((other) => other !== feature);
    });
    expect(crossing).toEqual([]);
  });

  test('every feature is in the table of contents', () => {
    const folders = readdirSync(join(ROOT, 'src/features'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const listed = ['chat', 'manager'].flatMap((page) =>
      [...read(`src/features/${page}-features.ts`).matchAll(/from '\.\/([\w-]+)\//g)].map(
        (found) => found[1],
      ),
    );
    expect([...new Set(listed)].toSorted()).toEqual(folders.toSorted());
  });
});

describe('texts', () => {
  test.each(LOCALES)('%s has every text that Japanese has, with the same placeholders', (locale) => {
    const shape = (catalogue: Messages | undefined) =>
      Object.entries(catalogue ?? {})
        .map(([key, { message, placeholders }]) => {
          const named = Object.entries(placeholders ?? {}).map(([name, { content }]) => `${name}=${content}`);
          const used = [...message.matchAll(/\$(\w+)\$/g)].map((found) => String(found[1]).toLowerCase());
          return `${key}(${named.toSorted().join()})[${[...new Set(used)].toSorted().join()}]`;
        })
        .toSorted();
    expect(shape(messages[locale])).toEqual(shape(messages['ja']));
  });

  test.each(LOCALES)('no text of %s is empty or left in another script', (locale) => {
    const wrong = Object.entries(messages[locale] ?? {}).filter(([, { message }]) => {
      if (message.trim() === '') return true;
      return locale !== 'ja' && /[\u3041-\u3096\u30a1-\u30fa]/.test(message.replaceAll(/日本語/g, ''));
    });
    expect(wrong).toEqual([]);
  });

  test('every text is used', () => {
    const used = [...sources.map(read), read('manifest.config.ts')].join('\n');
    const unused = Object.keys(messages['ja'] ?? {}).filter((key) => !used.includes(key));
    expect(unused).toEqual([]);
  });
});

describe('the repository', () => {
  test('names no package registry in its lock file', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/);
  });
});
