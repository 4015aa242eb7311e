import { launchMatta } from '../../tests/support/browser/launch-matta.ts';
import { pageScript } from '../browser/page-script.ts';
import { STORE_NAMES, type StoreName } from '../storage/store-names.ts';
import type { GroupContext } from './group.ts';

const RECORDS = 10_000;
const MANY = 1_000_000;
const ROUNDS = 5;

/** What storing costs, in a page of the extension, store by store in turn; ms of waiting, not of computing. */
export async function measureStorage({ samples, quick, say }: GroupContext): Promise<void> {
  const [matta, script] = await Promise.all([launchMatta(), pageScript('storage/main.ts')]);
  const page = await matta.openExtensionPage('src/pages/options/index.html');
  const measure = async (store: StoreName, records: number) => {
    const times = await page.evaluate(([name, count]) => window.storageBench.measure(name, count), [
      store,
      records,
    ] as const);
    for (const [what, ms] of Object.entries(times)) samples.add(`${what}/${records}/${store}`, ms);
  };
  try {
    await page.evaluate(script);
    for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
      for (const store of STORE_NAMES) {
        // A minute each time, and so far from all others that its noise does not matter.
        if (store === 'storageObject' && round > 0) continue;
        say(`storage: round ${round + 1}, ${store}`);
        await measure(store, RECORDS);
      }
    }
    if (quick) return;
    say('storage: a million records, which takes some minutes');
    await measure('matta', MANY);
  } finally {
    await matta.close();
  }
}
