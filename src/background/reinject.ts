import { SETTINGS_CHANGED } from '../messaging/to-tab.ts';
import { isNobodyThere } from './nobody-there.ts';
import type { Report, Tabs } from './ports.ts';

/** One entry of `content_scripts` in our own manifest. */
export interface ContentScript {
  readonly matches?: readonly string[] | undefined;
  readonly js?: readonly string[] | undefined;
  readonly css?: readonly string[] | undefined;
  /** `MAIN`: the page's own world; otherwise a world apart. */
  readonly world?: string | undefined;
}

/** True for a script in a world of its own. The other kind must run before the page's scripts, or they would fool it. */
export function isolated({ world }: ContentScript): boolean {
  return world !== 'MAIN';
}

export interface Scripting {
  executeScript(injection: {
    target: { tabId: number };
    files: string[];
    injectImmediately: boolean;
  }): Promise<unknown>;
  insertCSS(injection: { target: { tabId: number }; files: string[] }): Promise<void>;
}

export interface ReinjectPorts {
  readonly tabs: Tabs;
  readonly scripting: Scripting;
  readonly contentScripts: readonly ContentScript[];
  readonly report: Report;
}

/**
 * Puts the content scripts into pages that were open before this version was installed; the browser itself does so only
 * in pages that are loaded later. A script that finds an older copy of itself takes over from it. Frames get none: the
 * page itself speaks for them. A page that is loading meanwhile has got its scripts from the browser already, and a second copy
 * would not have what the first was handed by the network gate.
 */
export async function reinject(ports: ReinjectPorts): Promise<void> {
  for (const script of ports.contentScripts.filter(isolated)) {
    const tabs = await ports.tabs.query({ url: [...(script.matches ?? [])] });
    await Promise.all(
      tabs.map(async ({ id, discarded }) => {
        // A discarded page is loaded anew when it is looked at, and then gets its scripts from the browser.
        if (id === undefined || discarded === true) return;
        if (await isReached(id, ports)) return;
        await inject(id, script, ports.scripting).catch((error) => ports.report('inject into a tab', error));
      }),
    );
  }
}

/** True when a script of this version listens; one that an update has left behind hears nothing. */
async function isReached(
  tabId: number,
  { tabs, report }: Pick<ReinjectPorts, 'tabs' | 'report'>,
): Promise<boolean> {
  try {
    await tabs.sendMessage(tabId, SETTINGS_CHANGED, { frameId: 0 });
    return true;
  } catch (error) {
    if (isNobodyThere(error)) return false;
    report('ask whether a tab has our script', error);
    return true;
  }
}

async function inject(
  tabId: number,
  { js = [], css = [] }: ContentScript,
  scripting: Scripting,
): Promise<void> {
  if (css.length > 0) await scripting.insertCSS({ target: { tabId }, files: [...css] });
  if (js.length === 0) return;
  await scripting.executeScript({ target: { tabId }, files: [...js], injectImmediately: true });
}
