import { push, textOf, uncurry } from '../../line/manager/requests/safe-calls.ts';
import type { GateLink } from './gate-link.ts';
import {
  freshNonce,
  NativeDomException,
  nativeAbort,
  nativeSend,
  replaceMethods,
  textOfBlob,
  whenSettled,
} from './page-functions.ts';
import { type Body, mayHoldText, type Snapshot, takeSnapshot } from './snapshot.ts';
import { judge } from './verdict.ts';
import {
  describe,
  type Opened,
  openWith,
  sendWithNonce,
  setHeaderWith,
  startFailing,
} from './xhr-request.ts';

const get = uncurry<WeakMap<XMLHttpRequest, Opened>, [XMLHttpRequest], Opened | undefined>(
  WeakMap.prototype.get,
);
const set = uncurry<WeakMap<XMLHttpRequest, Opened>, [XMLHttpRequest, Opened], unknown>(
  WeakMap.prototype.set,
);
const forget = uncurry<WeakMap<XMLHttpRequest, Opened>, [XMLHttpRequest], boolean>(WeakMap.prototype.delete);

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
    const user = given[3] ?? null;
    const password = given[4] ?? null;
    const state = describe(method, written, isAsync, user, password);
    openWith(this, method, written, isAsync, user, password);
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

  function setRequestHeader(this: XMLHttpRequest, ...given: readonly unknown[]): void {
    const state = get(opened, this);
    if (state?.waiting)
      throw new NativeDomException('The request has been sent already.', 'InvalidStateError');
    if (state === undefined || given.length < 2) {
      setHeaderWith(this, ...given);
      return;
    }
    const name = textOf(given[0]);
    const value = textOf(given[1]);
    setHeaderWith(this, name, value);
    push(state.headers, name);
    push(state.headers, value);
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

  replaceMethods(XMLHttpRequest.prototype, { open, setRequestHeader, send, abort });
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
  if (verdict === 'pass') {
    close(state);
    nativeSend(request, body ?? null);
  } else if (state.isAsync) wait(link, verdict === 'hold' ? 'commit' : 'harmless', request, state, snapshot);
  else decideNow(link, request, state, snapshot, verdict);
}

/** A synchronous request has to end now; the sender of one that may not go gets the browser's own NetworkError. */
function decideNow(
  link: GateLink,
  request: XMLHttpRequest,
  state: Opened,
  { body, text }: Snapshot,
  verdict: 'hold' | 'open-lock',
): void {
  const nonce = verdict === 'open-lock' ? link.takeStandby() : link.nonceToGo(text);
  if (nonce === null) link.tellRefused(state.url, text);
  close(state);
  if (nonce === null) startFailing(request, false, body);
  else sendWithNonce(request, state, nonce, body);
}

function wait(
  link: GateLink,
  kind: 'commit' | 'harmless',
  request: XMLHttpRequest,
  state: Opened,
  { body, text }: Snapshot,
): void {
  const nonce = freshNonce();
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
  const go = () => {
    close(state);
    sendWithNonce(request, state, nonce, body);
  };
  id = link.ask(kind, { url: state.url, body: text, nonce, go, fail });
}

function close(state: Opened): void {
  state.waiting = null;
  state.isDecided = true;
}
