import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildVerifier } from '../../scripts/build-verifier.ts';
import { JAPANESE } from '../../src/verifier/words-ja.ts';
import { type Outcome, writeUnderKills } from '../support/browser/journal-under-kills.ts';
import { launchMatta, type Matta } from '../support/browser/launch-matta.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/browser/temporary-folder.ts';

/**
 * How many entries; so few fit into `npm test`. Ten thousand, which take minutes:
 * `MATTA_ENTRIES=10000 npx vitest run tests/browser/journal-kills.test.ts`.
 */
const ENTRIES = Number(process.env['MATTA_ENTRIES'] ?? 300);
/** How often worker and browser are killed meanwhile. */
const WORKER_KILLS = Math.ceil(ENTRIES / 100);
const BROWSER_KILLS = Math.max(1, Math.floor(ENTRIES / 1_250));

describe(`a journal of ${ENTRIES} entries, written while worker and browser are killed`, () => {
  let profile: string;
  let outcome: Outcome;
  beforeAll(
    async () => {
      profile = await makeTemporaryFolder('matta-journal-');
      const kills = { workerKills: WORKER_KILLS, browserKills: BROWSER_KILLS };
      outcome = await writeUnderKills(profile, { entries: ENTRIES, ...kills });
      const seconds = Math.round(outcome.ms / 1_000);
      console.log(
        `${outcome.report.count} entries, ${WORKER_KILLS} kills of the worker, ${BROWSER_KILLS} of the browser, ${seconds} s`,
      );
    },
    60_000 + ENTRIES * 60,
  );
  afterAll(() => removeTemporaryFolder(profile));

  test('is whole and signed with one key, and has every entry once', () => {
    const { report, written } = outcome;
    expect(report.faults).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.keys).toHaveLength(1);
    expect(written).toHaveLength(ENTRIES);
    expect(new Set(written).size).toBe(ENTRIES);
  });

  describe('and the page that needs no Matta', () => {
    let matta: Matta;
    beforeAll(async () => {
      const address = pathToFileURL(await buildVerifier()).href;
      matta = await launchMatta();
      await matta.context.newPage().then((page) => page.goto(address));
    });
    afterAll(() => matta.close());

    test.each([
      ['as it was saved', (file: string) => file, JAPANESE.whole],
      [
        'with one changed letter',
        (file: string) => file.replace('{"seq":42,"text":"{\\"v\\":2', '{"seq":42,"text":"{\\"v\\":1'),
        JAPANESE.fault({ kind: 'changed', at: 42 }),
      ],
    ])(
      'says of it, %s, what is so',
      async (_how, change, said) => {
        const page = matta.context.pages().at(-1);
        if (page === undefined) throw new TypeError('no page is open');
        const buffer = Buffer.from(change(outcome.file));
        await page
          .getByLabel(JAPANESE.choose)
          .setInputFiles({ name: 'j.jsonl', mimeType: 'text/plain', buffer });
        await page.getByText(said).waitFor({ timeout: 30_000 + ENTRIES * 5 });
      },
      60_000 + ENTRIES * 5,
    );
  });
});
