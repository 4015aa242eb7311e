import type { Page } from 'playwright-core';
import { builtExtension, launchMatta, type Matta } from '../../tests/support/browser/launch-matta.ts';
import type { WayName } from '../page/way-names.ts';
import { launchPlain } from './plain-browser.ts';
import { withoutChatScript } from './without-chat-script.ts';

/** The browsers of a run: one without Matta, one with the shipped extension, one in which its chat script waits. */
export interface Browsers {
  /** The last of them, in which Matta is started by hand. */
  readonly waiting: Matta;
  /** A new tab where this way can be started by hand: Matta is not running in it. */
  tabFor(way: WayName): Promise<Page>;
  /** A new tab in which Matta runs from the start, for the others as {@link tabFor}. */
  runningTabFor(way: WayName): Promise<Page>;
  close(): Promise<void>;
}

export async function launchBrowsers(): Promise<Browsers> {
  const [plain, matta, waiting] = await Promise.all([
    launchPlain(),
    launchMatta(),
    withoutChatScript(builtExtension).then((dist) => launchMatta({ dist })),
  ]);
  return {
    waiting,
    tabFor: (way) => (way === 'matta' ? waiting : plain).context.newPage(),
    runningTabFor: (way) => (way === 'matta' ? matta : plain).context.newPage(),
    async close() {
      await Promise.all([plain.close(), matta.close(), waiting.close()]);
    },
  };
}
