import type { ManagerSwitchValue } from './switches.ts';

/** What a test can press, in whatever form the switches give it. */
export type PartName = 'send' | 'test' | 'draft' | 'confirm' | 'cancel' | 'testConfirm';

/** The formats that the practice editor can write. */
export type BubbleFormat = 'text' | 'image' | 'coupon' | 'sticker';

/** How the page itself sends, by its switch. */
export type PageTransport = ManagerSwitchValue<'transport'>;

/** Every way to send: the page's own, and those of a page that wants to get round whoever watches it. */
export type Transport =
  | PageTransport
  | 'keepalive'
  | 'worker'
  | 'service-worker'
  /** `fetch` of a fresh hidden frame. */
  | 'iframe-natives'
  /** `XMLHttpRequest` as it was when the page's first script ran. */
  | 'early-natives';

/** Date and time as in the page's fields, in its zone. */
export interface WrittenTime {
  /** `2026-12-01` */
  readonly date: string;
  /** `10:00` */
  readonly time: string;
}

/** What to write into the editor; what is left out stays as it is. */
export interface Filling {
  /** One text bubble each, at most three; replaces all bubbles. */
  readonly texts?: readonly string[];
  /** Formats of the bubbles, after `texts`: text bubbles keep their text, others have fixed content. */
  readonly bubbles?: readonly BubbleFormat[];
  readonly audience?: 'all' | 'narrowed';
  /** What the page estimates for the audience that is chosen then. */
  readonly people?: number;
  readonly when?: 'now' | WrittenTime;
  readonly voom?: boolean;
  readonly abTest?: boolean;
  /** Limit of the number of messages; null for none. */
  readonly limit?: number | null;
}

/** Where the operator is. A dialog is a place of its own. */
export type Place = 'list' | 'create' | 'edit' | 'tip' | 'preview' | 'test' | 'confirm';

export interface ManagerState {
  /** The texts of the text bubbles; empty on the list. */
  readonly texts: readonly string[];
  /** Whether a request of the page is under way. */
  readonly busy: boolean;
  /** What the page shows as an error; null without one. */
  readonly error: string | null;
  /** What the page shows as done; null without such a note. */
  readonly toast: string | null;
  readonly path: string;
  readonly place: Place;
}

/** How one request ended for the page: a status, or why there is none. */
export type RequestEnd = number | 'network' | 'abort' | 'timeout' | 'unknown';

/** One request as the page knows it. */
export interface SentRequest {
  readonly transport: Transport;
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
  /** Null while it is under way. */
  readonly end: RequestEnd | null;
}

/** `window.practiceManager`: how a test makes things happen on the practice manager's pages. */
export interface PracticeManagerApi {
  /** Writes into the open editor. @throws NoEditorError on other pages */
  fill(filling: Filling): void;
  /** The innermost pressable element, also inside a closed root; null when it is not there. */
  element(name: PartName): HTMLElement | null;
  /** The middle of a part in the window, scrolled into view, for a real mouse; null when it is not there. */
  rect(name: PartName): { readonly x: number; readonly y: number } | null;
  /** `click()` by script. @throws NoPartError */
  press(name: PartName): void;
  /** Submits the editor's form by script. @throws NoFormError where the switch `form` is `none` */
  submit(how: 'requestSubmit' | 'submit'): void;
  /** Sends the commit of the open editor straight by script, past buttons and dialogs; answers how that ended. */
  send(transport?: Transport): Promise<RequestEnd>;
  state(): ManagerState;
  /** Goes to a path of the same account, e.g. `broadcast` or `broadcast/create`, as a link would. */
  go(path: string): void;
  /** Every request that this page has made, oldest first. */
  requestLog(): readonly SentRequest[];
}

declare global {
  interface Window {
    readonly practiceManager: PracticeManagerApi;
  }
}
