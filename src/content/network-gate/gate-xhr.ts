import { classifyRequest, type RequestClass } from '../../line/manager/requests/classify-request.ts';
import { replaceEach, textOf, uncurry } from '../../line/manager/requests/safe-calls.ts';
import type { GateLink } from './gate-link.ts';
import {
  absoluteUrl,
  freshNonce,
  NativeDomException,
  nativeAbort,
  nativeOpen,
  nativeSend,
  replaceMethods,
  textOfBlob,
  whenSettled,
} from './page-functions.ts';
import { type Body, mayHoldText, type Snapshot, takeSnapshot } from './snapshot.ts';
import { judge } from './verdict.ts';

/**
 * No request leaves for this address: Chromium blocks, and fails as it would a broken connection, what has a line break and
 * a `<` in it. Of the page's own origin, as elsewhere an upload's listeners are told nothing, and the page's own
 * Content-Security-Policy would report it.
 */
const NOWHERE = `${self.origin}/matta\n<refused`;

/** What is known of a request between `open` and its end. */
interface Opened {
  readonly method: string;
  readonly url: string;
  readonly requestClass: Exclude<RequestClass, 'harmless'>;
  readonly nonce: string;
  readonly isAsync: boolean;
  waiting: Waiting | null;
  /** Its end is decided. Whatever is tried with it then is the browser's to refuse. */
  isDecided: boolean;
}

/** A request that waits for its verdict. */
interface Waiting {
  readonly body: Body;
  giveUp(): void;
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

  function open(this: XMLHttpRequest, ...given: readonly unknown[]): void {
    // The browser itself says that something is missing.
    if (given.length < 2) openWith(this, given[0]);
    // Made into texts once: an object could say something else the next time.
    const method = textOf(given[0]);
    const written = textOf(given[1]);
    const isAsync = given.length === 2 || Boolean(given[2]);
    const state = describe(method, written, isAsync, link);
    const address = state?.requestClass === 'commit' ? `${state.url}#${state.nonce}` : written;
    openWith(this, method, address, isAsync, given[3] ?? null, given[4] ?? null);
    get(opened, this)?.waiting?.giveUp();
    if (state === null) forget(opened, this);
    else set(opened, this, state);
  }

  function send(this: XMLHttpRequest, body?: Body): void {
    const state = get(opened, this);
    if (state === undefined || state.isDecided) nativeSend(this, body ?? null);
    else if (state.waiting === null) sendGated(link, this, state, body);
    else throw new NativeDomException('The request has been sent already.', 'InvalidStateError');
  }

  function abort(this: XMLHttpRequest): void {
    const waiting = get(opened, this)?.waiting;
    if (waiting) {
      waiting.giveUp();
      // The browser tells of the end of a request only where there was one.
      startFailing(this, true, waiting.body);
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
  const giveUp = () => {
    isWanted = false;
    close(state);
  };
  state.waiting = { body: blob, giveUp };
  const go = (text: string | null) => {
    if (!isWanted) return;
    state.waiting = null;
    decide(link, request, state, { body: blob, text });
  };
  whenSettled(textOfBlob(blob), go, () => go(null));
}

function decide(link: GateLink, request: XMLHttpRequest, state: Opened, snapshot: Snapshot): void {
  const { body, text } = snapshot;
  const verdict = judge(link, state.requestClass, state.url, text);
  const go = () => {
    close(state);
    nativeSend(request, body ?? null);
  };
  if (verdict === 'pass') go();
  else if (state.isAsync)
    wait(link, verdict === 'hold' ? 'commit' : 'harmless', request, state, snapshot, go);
  else if (verdict === 'open-lock') {
    go();
    link.useStandby();
  } else if (link.mayGoNow(text)) go();
  else {
    // A synchronous request has to end now; its sender gets the browser's own NetworkError.
    link.tellRefused(state.url, text);
    close(state);
    startFailing(request, false, body);
  }
}

function wait(
  link: GateLink,
  kind: 'commit' | 'harmless',
  request: XMLHttpRequest,
  state: Opened,
  { body, text }: Snapshot,
  go: () => void,
): void {
  // Set before asking: the answer may come at once.
  let id = 0;
  const giveUp = () => {
    close(state);
    link.giveUp(id);
  };
  state.waiting = { body, giveUp };
  const fail = () => {
    close(state);
    startFailing(request, true, body);
  };
  id = link.ask(kind, { url: state.url, body: text, nonce: state.nonce, go, fail });
}

function close(state: Opened): void {
  state.waiting = null;
  state.isDecided = true;
}

/** With a body where it had one, so that whoever watches the upload hears of its end as well. */
function startFailing(request: XMLHttpRequest, isAsync: boolean, body: Body): void {
  openWith(request, 'POST', NOWHERE, isAsync);
  nativeSend(request, body === null || body === undefined ? null : '-');
}

/** Null for a request that is none of the gate's business. */
function describe(method: string, written: string, isAsync: boolean, link: GateLink): Opened | null {
  const url = withoutFragment(written);
  const requestClass = classifyRequest(method, url);
  if (requestClass === 'harmless') return null;
  const nonce = isAsync ? freshNonce() : link.nonceForSync();
  return { method, url, requestClass, nonce, isAsync, waiting: null, isDecided: false };
}

function withoutFragment(written: string): string {
  try {
    return replaceEach(absoluteUrl(written), /#[\s\S]*/, '');
  } catch {
    return written;
  }
}
