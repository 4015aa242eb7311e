import type { ManagedRules } from './managed-rules.ts';

/**
 * Where Chrome fetches extensions of its Web Store. The address is fixed in Chrome (`kChromeWebstoreUpdateURL`): on a computer that no
 * company manages, a forced installation from any other is blocked. It does nothing until Matta is in the store.
 */
export const WEB_STORE_UPDATE_URL = 'https://clients2.google.com/service/update2/crx';

/** What is brought to the computers of a company. */
export interface Deployment {
  /** The extension's id: Matta's own, or that of a copy which the company has signed itself. */
  readonly id: string;
  /** Where browsers fetch the extension and its updates. */
  readonly updateUrl: string;
  readonly rules: ManagedRules;
}

/** A file to be written, below a folder that the caller chooses. */
export interface OutputFile {
  /** With `/` on every system. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Browsers that have names of their own for the same things. */
export type BrowserName = 'chrome' | 'edge';

/**
 * What the policy `ExtensionSettings` says of one extension: it is there, and nobody can switch it off or remove it. Chrome also keeps
 * its button in the toolbar, so that its sign of guarding is seen.
 */
export function installation(
  { updateUrl }: Deployment,
  browser: BrowserName,
): Readonly<Record<string, string | boolean>> {
  return {
    installation_mode: 'force_installed',
    update_url: updateUrl,
    // Otherwise only the first installation comes from there, and updates from the address in the manifest, which has none.
    ...(updateUrl === WEB_STORE_UPDATE_URL ? {} : { override_update_url: true }),
    ...(browser === 'chrome' ? { toolbar_pin: 'force_pinned' } : {}),
  };
}
