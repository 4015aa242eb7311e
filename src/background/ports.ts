import type { TabMessage } from '../messaging/to-tab.ts';

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
  query(wanted: { url: string[]; active?: boolean }): Promise<readonly Tab[]>;
  /** To every frame of the tab, or to one of them; 0 is the page itself. */
  sendMessage(tabId: number, message: TabMessage, options?: { frameId: number }): Promise<unknown>;
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

/** A rule of our own that lets a request pass the static ones. */
export interface AllowRule {
  readonly id: number;
  readonly priority: number;
  readonly action: { readonly type: 'allow' };
  readonly condition: {
    readonly urlFilter?: string;
    readonly regexFilter?: string;
    readonly tabIds: number[];
    readonly resourceTypes: ResourceType[];
  };
}

/** Every way in which a page can cause a request; Chrome leaves out `main_frame` unless it is named. */
export const RESOURCE_TYPES = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** `declarativeNetRequest`. Changes take effect in the order in which they are asked for. */
export interface NetRequestRules {
  getSessionRules(): Promise<readonly { readonly id: number }[]>;
  getDynamicRules(): Promise<readonly { readonly id: number }[]>;
  updateSessionRules(change: { addRules?: AllowRule[]; removeRuleIds?: number[] }): Promise<void>;
  updateDynamicRules(change: { removeRuleIds: number[] }): Promise<void>;
  updateEnabledRulesets(change: { enableRulesetIds?: string[]; disableRulesetIds?: string[] }): Promise<void>;
  /** Single rules of a ruleset of the manifest that are switched off, which outlives the browser. */
  getDisabledRuleIds(of: { rulesetId: string }): Promise<readonly number[]>;
  updateStaticRules(change: { rulesetId: string; enableRuleIds: number[] }): Promise<void>;
}

/** A request as `webRequest` tells of it. `tabId` is -1 where no tab sent it: a page's service worker did. */
export interface RequestDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly tabId: number;
  readonly type: string;
  readonly timeStamp: number;
}

/** What a page sends, as far as the browser tells: bytes, or the fields of a form; neither for a `Blob`. */
export interface RequestBody {
  readonly error?: string | undefined;
  readonly raw?: readonly { readonly bytes?: unknown }[] | undefined;
  readonly formData?: Readonly<Record<string, unknown>> | undefined;
}

interface RequestEvent<D> {
  addListener(listener: (details: D) => undefined, filter: { urls: string[] }, more?: 'requestBody'[]): void;
}

/** `webRequest`, of which only the events are used: it looks on and changes nothing. */
export interface WebRequest {
  readonly onBeforeRequest: RequestEvent<RequestDetails & { readonly requestBody?: RequestBody | undefined }>;
  readonly onCompleted: CompletedEvent;
  readonly onErrorOccurred: FailedEvent;
}

/** An answer. A header without a readable value is of no use to anybody here. */
export interface AnswerDetails extends RequestDetails {
  readonly statusCode: number;
  readonly fromCache: boolean;
  readonly responseHeaders?:
    | readonly { readonly name: string; readonly value?: string | undefined }[]
    | undefined;
}

interface CompletedEvent {
  addListener(
    listener: (details: AnswerDetails) => void,
    filter: { urls: string[] },
    more?: 'responseHeaders'[],
  ): void;
}

interface FailedEvent {
  addListener(
    listener: (details: RequestDetails & { readonly error: string }) => void,
    filter: { urls: string[] },
  ): void;
}
