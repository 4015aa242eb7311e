import type { TabMessage } from '../messaging/protocol.ts';

/** What the worker's duties use of the browser; `browser` of the polyfill fits, and so does the tests' stand-in. */

export interface Listenable<A extends readonly unknown[]> {
  addListener(listener: (...values: A) => void): void;
}

export interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly discarded?: boolean | undefined;
}

export interface Tabs {
  query(wanted: { url: string[] }): Promise<readonly Tab[]>;
  sendMessage(tabId: number, message: TabMessage): Promise<unknown>;
}

export interface Alarms {
  create(name: string, when: { when?: number; delayInMinutes?: number; periodInMinutes?: number }): void;
  get(name: string): Promise<unknown>;
  clear(name: string): Promise<boolean>;
}

export interface Action {
  setBadgeText(details: { text: string; tabId?: number }): Promise<void>;
  setBadgeBackgroundColor(details: { color: string; tabId?: number }): Promise<void>;
  setTitle(details: { title: string; tabId?: number }): Promise<void>;
}

/** Told about what went wrong without anybody waiting for it. */
export type Report = (what: string, error: unknown) => void;
