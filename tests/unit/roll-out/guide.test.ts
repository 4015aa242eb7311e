import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMPANIONS } from '../../../scripts/policy/companions.ts';
import { OUTPUTS } from '../../../scripts/policy/policy-options.ts';
import { RULE_KEYS } from '../../../src/domain/policy/rules.ts';

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

  it('leads to headings and files that exist', () => {
    const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
        .replaceAll(' ', '-'),
    );
    for (const [, target = ''] of guide.matchAll(/\]\(([^)]+)\)/g)) {
      if (target.startsWith('#')) expect(headings).toContain(target.slice(1));
      else if (!target.startsWith('https:')) expect(read(`docs/${target}`)).not.toBe('');
    }
  });
});
