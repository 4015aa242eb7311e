import { afterAll, expect, test } from 'vitest';
import { writeUnderKills } from '../support/browser/journal-under-kills.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/browser/temporary-folder.ts';

/**
 * How many entries; so few fit into `npm test`. Ten thousand, which take minutes:
 * `MATTA_ENTRIES=10000 npx vitest run --project browser tests/browser/journal-kills.test.ts`.
 */
const ENTRIES = Number(process.env['MATTA_ENTRIES'] ?? 300);
/** How often worker and browser are killed meanwhile. */
const WORKER_KILLS = Math.ceil(ENTRIES / 100);
const BROWSER_KILLS = Math.max(1, Math.floor(ENTRIES / 1_250));

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await removeTemporaryFolder(folder);
});

test(`a journal of ${ENTRIES} entries, written while worker and browser are killed, is whole`, {
  timeout: 60_000 + ENTRIES * 60,
}, async () => {
  const profile = await makeTemporaryFolder('matta-journal-');
  folders.push(profile);
  const { report, written, ms } = await writeUnderKills(profile, {
    entries: ENTRIES,
    workerKills: WORKER_KILLS,
    browserKills: BROWSER_KILLS,
  });
  console.log(
    `${report.count} entries, ${WORKER_KILLS} kills of the worker, ${BROWSER_KILLS} of the browser, ${Math.round(ms / 1_000)} s`,
  );
  expect(report.faults).toEqual([]);
  expect(report.notes.filter(({ kind }) => kind !== 'clock-off')).toEqual([]);
  expect(report.keys).toHaveLength(1);
  // Every message that was answered is there, and each of them once.
  expect(written.toSorted()).toEqual([...new Set(written)].toSorted());
  expect(written).toHaveLength(ENTRIES);
});
