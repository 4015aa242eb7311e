import { launchMatta } from '../../tests/support/browser/launch-matta.ts';
import { pageScript } from '../browser/page-script.ts';
import type { StoreTimes } from '../storage/main.ts';
import { STORE_NAMES, type StoreName } from '../storage/store-names.ts';
import type { GroupContext } from './group.ts';

const RECORDS = 10_000;
const MANY = 1_000_000;
const ROUNDS = 3;

/**
 * What storing costs, in a page of the extension, store by store in turn; ms of waiting, not of computing. Each time in a
 * browser of its own: what one store leaves behind would be counted and tidied up in the time of the next.
 */
export async function measureStorage({ samples, quick, say }: GroupContext): Promise<void> {
  const script = await pageScript('storage/main.ts');
  const measure = async (store: StoreName, records: number) => {
    const times = await inFreshBrowser(script, store, records);
    for (const [what, all] of Object.entries(times))
      for (const ms of all) samples.add(`${what}/${records}/${store}`, ms);
  };
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
    for (const store of STORE_NAMES) {
      // A minute each time, and so far from all others that its noise does not matter.
      if (store === 'storageObject' && (round > 0 || quick)) continue;
      say(`storage: round ${round + 1}, ${store}`);
      await measure(store, RECORDS);
    }
  }
  if (quick) return;
  say('storage: a million records, which takes some minutes');
  await measure('matta', MANY);
}

async function inFreshBrowser(script: string, store: StoreName, records: number): Promise<StoreTimes> {
  const matta = await launchMatta({ practice: false });
  try {
    const page = await matta.openExtensionPage('src/pages/options/index.html');
    await page.evaluate(script);
    return await page.evaluate(([name, count]) => window.storageBench.measure(name, count), [
      store,
      records,
    ] as const);
  } finally {
    await matta.close();
  }
}
