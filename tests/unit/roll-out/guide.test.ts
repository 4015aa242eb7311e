import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMPANIONS } from '../../../scripts/policy/companions.ts';
import { OUTPUTS } from '../../../scripts/policy/policy-options.ts';
import { RULE_KEYS } from '../../../src/domain/policy/rules.ts';
import { FOREIGN_NAMES } from '../../support/guides/foreign-names.ts';
import { type GuideLanguage, quotesIn, screenOf } from '../../support/guides/quotes.ts';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${name}`, import.meta.url)), 'utf8');

describe.each(['docs/guide.ja.md', 'docs/guide.en.md'])('%s', (name) => {
  const guide = read(name);

  it('has every rule in its table', () => {
    const listed = [...guide.matchAll(/^\| `(\w+)` \|.*\|.*\|.*\|$/gm)].map(([, key]) => key);
    expect(listed.toSorted()).toEqual(RULE_KEYS.toSorted());
  });

  it('has every companion with its value, and the name that Edge has for it', () => {
    for (const { chrome, edge, value } of COMPANIONS) {
      const row = guide.split('\n').find((line) => line.startsWith(`| \`${chrome}\``)) ?? '';
      expect(row).toContain(`| ${value} |`);
      expect(row).toContain(`\`${edge}\``);
    }
  });

  it('has a command for every output', () => {
    for (const out of Object.keys(OUTPUTS)) expect(guide).toContain(`npm run policy -- --out ${out} `);
  });
});

const PAGES = {
  ja: ['docs/guide.ja.md', 'docs/approvers.ja.md'],
  en: ['docs/guide.en.md', 'docs/approvers.en.md'],
} as const;

describe.each([...PAGES.ja, ...PAGES.en])('%s', (name) => {
  it('leads to headings and files that exist', () => {
    const page = read(name);
    const targets = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    for (const target of targets.filter((one) => !one.startsWith('https:'))) {
      const [file = '', heading] = target.split('#');
      const there = file === '' ? page : read(`docs/${file}`);
      if (heading === undefined) expect(there).not.toBe('');
      else expect(headingsIn(there), target).toContain(heading);
    }
  });
});

/** As the addresses of headings are made where guides are read. */
function headingsIn(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** A reader looks for exactly the words that a guide quotes. */
describe.each(['ja', 'en'] as const)('the screens that guides quote, %s', (language: GuideLanguage) => {
  const isOnScreen = screenOf(JSON.parse(read(`public/_locales/${language}/messages.json`)));
  const foreign = FOREIGN_NAMES[language];
  const quoted = PAGES[language].map((name) => ({ name, quotes: quotesIn(read(name), language) }));

  it.each(quoted)('are Matta’s in $name, but for the names of others', ({ quotes }) => {
    expect(quotes.length).toBeGreaterThan(20);
    expect(quotes.filter((quote) => !foreign.includes(quote) && !isOnScreen(quote))).toEqual([]);
  });

  it('need every name of others that is listed', () => {
    const all = quoted.flatMap(({ quotes }) => quotes);
    expect(foreign.filter((name) => !all.includes(name) || isOnScreen(name))).toEqual([]);
  });
});
