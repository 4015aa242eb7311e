import type { CDPSession, Page } from 'playwright-core';

/** Matta does not run in the page. */
export class ContentScriptMissing extends Error {
  override name = 'ContentScriptMissing';
}

/** The world in which Matta's content script runs in one page, apart from the page's own scripts. */
export interface ContentWorld {
  readonly session: CDPSession;
  readonly contextId: number;
  /** Runs an expression there and answers its value, which must be JSON. */
  evaluate(expression: string): Promise<unknown>;
}

/** Finds Matta's world in an open page. It is gone when the page is loaded anew. Throws ContentScriptMissing. */
export async function contentWorld(page: Page): Promise<ContentWorld> {
  const session = await page.context().newCDPSession(page);
  const found: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) found.push(context.id);
  });
  // Every context that is there already is told of before this is answered.
  await session.send('Runtime.enable');
  const contextId = found.at(-1);
  if (contextId === undefined) throw new ContentScriptMissing(`Matta does not run in ${page.url()}`);
  return {
    session,
    contextId,
    async evaluate(expression) {
      const { result } = await session.send('Runtime.evaluate', {
        contextId,
        expression,
        returnByValue: true,
        awaitPromise: true,
      });
      return result.value;
    },
  };
}

/**
 * Tells Matta in a page that its tab is behind another one, from where nothing brings it back. Playwright keeps every tab visible,
 * so that no real one ever is.
 */
export async function hideTab({ evaluate }: ContentWorld): Promise<void> {
  await evaluate(`Object.defineProperty(document, 'hidden', { get: () => true });
    document.dispatchEvent(new Event('visibilitychange'))`);
}
