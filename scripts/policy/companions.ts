import type { BrowserName } from './deployment.ts';

/** A policy of the browser itself that closes one way round Matta. */
export interface Companion {
  readonly chrome: string;
  /** Edge has names of its own for some. */
  readonly edge: string;
  readonly value: number | boolean;
}

/**
 * What is recommended beside Matta, each with the way that it closes (security-scale.md §1.3). Other extensions and other programs are
 * the company's own affair: the guide speaks of them, and no file touches them.
 */
export const COMPANIONS: readonly Companion[] = [
  // Matta does not run in private windows.
  { chrome: 'IncognitoModeAvailability', edge: 'InPrivateModeAvailability', value: 1 },
  // Guests have no extensions.
  { chrome: 'BrowserGuestModeEnabled', edge: 'BrowserGuestModeEnabled', value: false },
  // A profile of one's own has Matta too, but a journal of its own.
  { chrome: 'BrowserAddPersonEnabled', edge: 'BrowserAddProfileEnabled', value: false },
  // Somebody's own extension could press buttons.
  { chrome: 'ExtensionDeveloperModeSettings', edge: 'ExtensionDeveloperModeSettings', value: 1 },
  // From the console of LINE's page anything can be sent that the page could send.
  { chrome: 'DeveloperToolsAvailability', edge: 'DeveloperToolsAvailability', value: 2 },
  // The same from outside.
  { chrome: 'RemoteDebuggingAllowed', edge: 'RemoteDebuggingAllowed', value: false },
];

/** The companions by the names of one browser. */
export function companionsOf(browser: BrowserName): Readonly<Record<string, number | boolean>> {
  return Object.fromEntries(COMPANIONS.map((companion) => [companion[browser], companion.value]));
}
