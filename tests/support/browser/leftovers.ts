import type { Page } from 'playwright-core';
import { type ContentWorld, contentWorld } from './content-world.ts';

/** What one page holds in memory after everything that can be given up was given up. */
export interface Held {
  /** Bytes of JavaScript objects, those of the page and of Matta. */
  readonly heap: number;
  readonly listeners: number;
  /** Nodes of any kind that are in no tree of the page any more: how many are in it depends on what was opened. */
  readonly looseNodes: number;
  /** Matta's elements that are on the page, and those that are on no page any more but still held. */
  readonly attached: number;
  readonly detached: number;
}

/** Collects garbage and measures what is left. */
export async function heldBy(page: Page): Promise<Held> {
  const world = await contentWorld(page);
  const { session } = world;
  await session.send('HeapProfiler.collectGarbage');
  const elements = await ownElements(world);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const inTree = Number(await world.evaluate(COUNT_NODES));
  await session.detach();
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    heap: usedSize,
    listeners: metric('JSEventListeners'),
    looseNodes: metric('Nodes') - inTree,
    ...elements,
  };
}

const COUNT_NODES = `(() => {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode() !== null) count++;
  return count;
})()`;

/** Finds Matta's elements among everything that is alive in its world, whether it is on the page or not. */
async function ownElements({
  session,
  contextId,
}: ContentWorld): Promise<Pick<Held, 'attached' | 'detached'>> {
  const { result: prototype } = await session.send('Runtime.evaluate', {
    contextId,
    expression: 'HTMLElement.prototype',
    objectGroup: 'held',
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId ?? '',
    objectGroup: 'held',
  });
  const count = async (isConnected: boolean): Promise<number> => {
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      // Prototypes are among the objects; their getters throw.
      functionDeclaration: `function () {
        const isOurs = (one) => {
          try { return one.localName.startsWith('matta-') && one.isConnected === ${isConnected}; }
          catch { return false; }
        };
        return this.filter(isOurs).length;
      }`,
      returnByValue: true,
    });
    return Number(result.value);
  };
  const [attached, detached] = [await count(true), await count(false)];
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'held' });
  return { attached, detached };
}
