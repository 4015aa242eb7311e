import { parseManagerSwitches } from './switches.ts';

/** The switches of this page; they stay the same for as long as it is open. */
export const switches = parseManagerSwitches(location.search);
