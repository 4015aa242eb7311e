import { classifyRequest } from '../../line/manager/requests/classify-request.ts';
import { replaceEach, textOf, uncurry } from '../../line/manager/requests/safe-calls.ts';
import type { GateLink } from './gate-link.ts';
import { LONGEST_BODY } from './gate-messages.ts';
import {
  freshNonce,
  getterOf,
  isBlob,
  isFormData,
  isRequest,
  listen,
  NativePromise,
  NativeRequest,
  nativeFetch,
  replaceMethods,
  textOfBytes,
  whenSettled,
} from './page-functions.ts';
import { mayHoldText, takeSnapshot } from './snapshot.ts';
import { judge } from './verdict.ts';

const urlOf = getterOf(Request.prototype, 'url');
const methodOf = getterOf(Request.prototype, 'method');
const signalOf = getterOf(Request.prototype, 'signal');
const isAborted = getterOf(AbortSignal.prototype, 'aborted');
const reasonOf = getterOf(AbortSignal.prototype, 'reason');
const copyOf = uncurry(Request.prototype.clone);
const bytesOf = uncurry(Request.prototype.arrayBuffer);
const fieldGetters = {
  headers: getterOf(Request.prototype, 'headers'),
  mode: getterOf(Request.prototype, 'mode'),
  credentials: getterOf(Request.prototype, 'credentials'),
  cache: getterOf(Request.prototype, 'cache'),
  redirect: getterOf(Request.prototype, 'redirect'),
  referrer: getterOf(Request.prototype, 'referrer'),
  referrerPolicy: getterOf(Request.prototype, 'referrerPolicy'),
  integrity: getterOf(Request.prototype, 'integrity'),
  keepalive: getterOf(Request.prototype, 'keepalive'),
} as const;

type Settle = {
  readonly resolve: (answer: Response) => void;
  readonly reject: (reason: unknown) => void;
};

/** Puts the gate before `fetch`, whatever kind of body or Request object it is given. */
export function gateFetch(link: GateLink): void {
  function gatedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = requestOf(input, init);
    if (request === null) return nativeFetch(window, input, init);
    if (isUpload(request, init)) return nativeFetch(window, request);
    return new NativePromise((resolve, reject) => sendGated(link, request, { resolve, reject }));
  }
  replaceMethods(window, { fetch: gatedFetch });
}

/** The request as the browser would make it; null where it is none of the gate's business, or none at all. */
function requestOf(input: RequestInfo | URL, init: RequestInit | undefined): Request | null {
  try {
    const written = init?.method === undefined ? ownMethodOf(input) : textOf(init.method);
    if (classifyRequest(written, '') === 'harmless') return null;
    const request = new NativeRequest(input, init);
    return classifyRequest(methodOf(request), urlOf(request)) === 'harmless' ? null : request;
  } catch {
    // The browser's own fetch fails in the same way, and tells the page so.
    return null;
  }
}

/** Files for another address than that of broadcasts go their way unread: they may be large. */
function isUpload(request: Request, init: RequestInit | undefined): boolean {
  if (classifyRequest(methodOf(request), urlOf(request)) !== 'body') return false;
  const body = init?.body;
  if (isBlob(body)) return !mayHoldText(body);
  if (!isFormData(body)) return false;
  const taken = takeSnapshot(body);
  return !('blob' in taken) && taken.text === null;
}

function ownMethodOf(input: RequestInfo | URL): string {
  return isRequest(input) ? methodOf(input) : 'GET';
}

function sendGated(link: GateLink, request: Request, settle: Settle): void {
  const url = replaceEach(urlOf(request), /#[\s\S]*/, '');
  const requestClass = classifyRequest(methodOf(request), url);
  if (requestClass === 'harmless' || requestClass === 'test') {
    const copy = copyOf(request);
    send(request, settle);
    const tell = (bytes: ArrayBuffer) => void judge(link, 'test', url, textOfBytes(bytes));
    whenSettled(bytesOf(copy), tell, () => undefined);
    return;
  }
  const read = (bytes: ArrayBuffer) => decide(link, request, url, requestClass, bytes, settle);
  whenSettled(bytesOf(copyOf(request)), read, (reason) => settle.reject(reason));
}

function decide(
  link: GateLink,
  request: Request,
  url: string,
  requestClass: 'commit' | 'body',
  bytes: ArrayBuffer,
  settle: Settle,
): void {
  const body = bytes.byteLength > LONGEST_BODY ? null : textOfBytes(bytes);
  const verdict = judge(link, requestClass, url, body);
  if (verdict === 'pass') {
    send(request, settle);
    return;
  }
  const nonce = freshNonce();
  const go = () => send(tagged(request, `${url}#${nonce}`, bytes), settle);
  const fail = () => settle.reject(new TypeError('Failed to fetch'));
  const id = link.ask(verdict === 'hold' ? 'commit' : 'harmless', { url, body, nonce, go, fail });
  const signal = signalOf(request);
  const giveUp = () => {
    link.giveUp(id);
    settle.reject(reasonOf(signal));
  };
  if (isAborted(signal)) giveUp();
  else listen(signal, 'abort', giveUp);
}

/** Not by resolving with the promise: that would call whatever a script has made of `then`. */
function send(request: Request, { resolve, reject }: Settle): void {
  whenSettled(nativeFetch(window, request), resolve, reject);
}

/** The same request, with the bytes that were inspected, under the address that the lock is opened for. */
function tagged(request: Request, address: string, bytes: ArrayBuffer): Request {
  const fields: RequestInit = {
    method: methodOf(request),
    body: bytes.byteLength === 0 ? null : bytes,
    signal: signalOf(request),
    headers: fieldGetters.headers(request),
    mode: fieldGetters.mode(request),
    credentials: fieldGetters.credentials(request),
    cache: fieldGetters.cache(request),
    redirect: fieldGetters.redirect(request),
    referrer: fieldGetters.referrer(request),
    referrerPolicy: fieldGetters.referrerPolicy(request),
    integrity: fieldGetters.integrity(request),
    keepalive: fieldGetters.keepalive(request),
  };
  return new NativeRequest(address, fields);
}
