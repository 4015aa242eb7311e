import { classifyRequest, type RequestClass } from '../../line/manager/requests/classify-request.ts';
import { replaceEach, textOf, uncurry } from '../../line/manager/requests/safe-calls.ts';
import type { GateLink } from './gate-link.ts';
import {
  absoluteUrl,
  freshNonce,
  nativeAbort,
  nativeOpen,
  nativeSend,
  replaceMethods,
  textOfBlob,
  whenSettled,
} from './page-functions.ts';
import { type Body, mayHoldText, type Snapshot, takeSnapshot } from './snapshot.ts';
import { judge } from './verdict.ts';

/** No request leaves for this address, and the browser fails it as it would a broken connection. */
const NOWHERE = 'matta-refused:';

/** What is known of a request between `open` and its end. */
interface Opened {
  readonly method: string;
  readonly url: string;
  readonly requestClass: Exclude<RequestClass, 'harmless'>;
  readonly nonce: string;
  readonly isAsync: boolean;
  /** While the request waits: how to give it up. */
  waiting: (() => void) | null;
}

const get = uncurry<WeakMap<XMLHttpRequest, Opened>, [XMLHttpRequest], Opened | undefined>(
  WeakMap.prototype.get,
);
const set = uncurry<WeakMap<XMLHttpRequest, Opened>, [XMLHttpRequest, Opened], unknown>(
  WeakMap.prototype.set,
);
const forget = uncurry<WeakMap<XMLHttpRequest, Opened>, [XMLHttpRequest], boolean>(WeakMap.prototype.delete);
const openWith = uncurry<XMLHttpRequest, readonly unknown[], void>(
  nativeOpen as (...args: readonly unknown[]) => void,
);

/** Puts the gate before XMLHttpRequest, synchronous ones too. */
export function gateXhr(link: GateLink): void {
  const opened = new WeakMap<XMLHttpRequest, Opened>();

  function open(this: XMLHttpRequest, method: unknown, url: unknown, ...rest: readonly unknown[]): void {
    get(opened, this)?.waiting?.();
    forget(opened, this);
    const isAsync = rest.length === 0 || Boolean(rest[0]);
    const state = describe(textOf(method), textOf(url), isAsync, link);
    const address = state?.requestClass === 'commit' ? `${state.url}#${state.nonce}` : textOf(url);
    openWith(this, textOf(method), address, isAsync, rest[1] ?? null, rest[2] ?? null);
    if (state !== null) set(opened, this, state);
  }

  function send(this: XMLHttpRequest, body?: Body): void {
    const state = get(opened, this);
    if (state === undefined) nativeSend(this, body ?? null);
    else if (state.waiting === null) sendGated(link, this, state, body);
  }

  function abort(this: XMLHttpRequest): void {
    const waiting = get(opened, this)?.waiting;
    if (waiting) {
      waiting();
      // The browser tells of the end of a request only where there was one.
      startFailing(this, true);
    }
    nativeAbort(this);
  }

  replaceMethods(XMLHttpRequest.prototype, { open, send, abort });
}

function sendGated(link: GateLink, request: XMLHttpRequest, state: Opened, body: Body): void {
  const taken = takeSnapshot(body);
  if (!('blob' in taken)) decide(link, request, state, taken);
  else if (state.isAsync && mayHoldText(taken.blob)) decideLater(link, request, state, taken.blob);
  else decide(link, request, state, { body: taken.blob, text: null });
}

/** Reads a blob first. */
function decideLater(link: GateLink, request: XMLHttpRequest, state: Opened, blob: Blob): void {
  let isWanted = true;
  state.waiting = () => {
    isWanted = false;
    state.waiting = null;
  };
  const go = (text: string | null) => {
    if (!isWanted) return;
    state.waiting = null;
    decide(link, request, state, { body: blob, text });
  };
  whenSettled(textOfBlob(blob), go, () => go(null));
}

function decide(link: GateLink, request: XMLHttpRequest, state: Opened, { body, text }: Snapshot): void {
  const verdict = judge(link, state.requestClass, state.url, text);
  const go = () => {
    state.waiting = null;
    nativeSend(request, body ?? null);
  };
  if (verdict === 'pass') go();
  else if (state.isAsync) wait(link, verdict === 'hold' ? 'commit' : 'harmless', request, state, text, go);
  else if (verdict === 'open-lock') {
    go();
    link.useStandby();
  } else if (link.mayGoNow(text)) go();
  else {
    // A synchronous request has to end now; its sender gets the browser's own NetworkError.
    link.tellRefused(state.url, text);
    startFailing(request, false);
  }
}

function wait(
  link: GateLink,
  kind: 'commit' | 'harmless',
  request: XMLHttpRequest,
  state: Opened,
  body: string | null,
  go: () => void,
): void {
  // Set before asking: the answer may come at once.
  let id = 0;
  state.waiting = () => {
    state.waiting = null;
    link.giveUp(id);
  };
  const fail = () => {
    state.waiting = null;
    startFailing(request, true);
  };
  id = link.ask(kind, { url: state.url, body, nonce: state.nonce, go, fail });
}

function startFailing(request: XMLHttpRequest, isAsync: boolean): void {
  openWith(request, 'POST', NOWHERE, isAsync);
  nativeSend(request, null);
}

/** Null for a request that is none of the gate's business. */
function describe(method: string, written: string, isAsync: boolean, link: GateLink): Opened | null {
  const url = withoutFragment(written);
  const requestClass = classifyRequest(method, url);
  if (requestClass === 'harmless') return null;
  const nonce = isAsync ? freshNonce() : link.nonceForSync();
  return { method, url, requestClass, nonce, isAsync, waiting: null };
}

function withoutFragment(written: string): string {
  try {
    return replaceEach(absoluteUrl(written), /#[\s\S]*/, '');
  } catch {
    return written;
  }
}
