import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { MANAGER_VARIANTS } from '../replica/manager/switches.ts';
import { namesIn } from '../support/browser/attacks/attack-table.ts';
import { DIALOG_ATTACKS } from '../support/browser/attacks/dialog-attacks.ts';
import { keptTable, THREAT_MODEL } from '../support/browser/attacks/kept-table.ts';
import { PAGE_ATTACKS } from '../support/browser/attacks/page-attacks.ts';
import { PRESS_ATTACKS } from '../support/browser/attacks/press-attacks.ts';
import { SEND_ATTACKS } from '../support/browser/attacks/send-attacks.ts';
import { TRICKS } from '../support/browser/attacks/tricks.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const document = readFileSync(THREAT_MODEL, 'utf8');

describe('docs/threat-model.md', () => {
  test.each([
    ['attacks', [...SEND_ATTACKS, ...PRESS_ATTACKS, ...PAGE_ATTACKS, ...DIALOG_ATTACKS]],
    ['answered', TRICKS],
  ] as const)('lists exactly the attacks that run: %s', (table, attacks) => {
    const [rows = ''] = keptTable(document, table).split('\n\n');
    expect(namesIn(rows)).toEqual(attacks.map(({ name }) => name));
  });

  test('says of every attack that it was tried, and that nothing unanswered was delivered', () => {
    const rows = (['attacks', 'answered'] as const).flatMap((table) => [
      ...keptTable(document, table).matchAll(/^\| (.+?) \|.*?\| (\d+) \| \d+ \| (\d+) \|$/gm),
    ]);
    expect(rows.length).toBeGreaterThan(50);
    const wrong = rows.filter(([, , pages, deliveries]) => pages === '0' || deliveries !== '0');
    expect(wrong.map(([, name]) => name)).toEqual([]);
  });

  test('keeps the numbers of a run on every variant of the practice page', () => {
    const pages = MANAGER_VARIANTS.length + 1;
    expect(keptTable(document, 'attacks')).toContain(`${pages} deliveries on ${pages} pages`);
    expect(keptTable(document, 'attacks')).toMatch(/, 0 lost\.$/m);
  });

  test('names tests and files that exist', () => {
    const named = [...document.matchAll(/`((?:src|tests|public)\/[^`]+)`/g)].map((found) => found[1] ?? '');
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
