/**
 * What is wrong with the store of sent messages, if anything. `full`: no room on the disk, new messages are kept in memory
 * only. `rebuilt`: the database was damaged less than a day ago and started anew, older messages are missing. `refused`:
 * the browser gives no database at all.
 */
export const STORE_STATES = ['fine', 'full', 'rebuilt', 'refused'] as const;
export type StoreState = (typeof STORE_STATES)[number];
