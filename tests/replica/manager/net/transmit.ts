import { switches } from '../active-switches.ts';
import { element } from '../dom.ts';
import type { SentRequest, Transport } from '../practice-manager-api.ts';
import { byFetch, byFetchOfRequest, streamOf } from './by-fetch.ts';
import { byForm } from './by-form.ts';
import { byServiceWorker, byWorker } from './by-worker.ts';
import { byEarlyXhr, bySynchronousXhr, byXhr } from './by-xhr.ts';
import type { Message, Reply } from './message.ts';
import { natives } from './natives.ts';

const log: SentRequest[] = [];

/** Every request that this page has made, oldest first. */
export function requestLog(): readonly SentRequest[] {
  return [...log];
}

/** Sends a message and answers how that ended; never throws. */
export async function transmit(transport: Transport, message: Message): Promise<Reply> {
  const { method, address, body } = message;
  const position = log.length;
  const sent = { transport, method, path: new URL(address, location.href).pathname, body };
  log.push({ ...sent, end: null });
  const reply = await carry(transport, message);
  log[position] = { ...sent, end: reply.end };
  return reply;
}

/** How the page sends what it must be able to read the answer of: drafts, tests, lists. */
export function readableTransport(): Transport {
  const { transport } = switches;
  return transport === 'beacon' || transport === 'form-post' || transport === 'fetch-stream'
    ? 'fetch'
    : transport;
}

function carry(transport: Transport, message: Message): Promise<Reply> {
  const early = switches.capture === 'yes';
  switch (transport) {
    case 'xhr':
      return early ? byEarlyXhr(message) : byXhr(message, message.body);
    case 'xhr-blob':
      return byXhr(message, blobOf(message));
    case 'xhr-sync':
      return bySynchronousXhr(message);
    case 'fetch':
      return early ? byFetch(message, {}, natives.fetch) : byFetch(message);
    case 'fetch-request':
      return byFetchOfRequest(message);
    case 'fetch-stream':
      return byFetch(message, message.body === null ? {} : { body: streamOf(message.body), duplex: 'half' });
    case 'fetch-blob':
      return byFetch(message, { body: blobOf(message) });
    case 'keepalive':
      return byFetch(message, { keepalive: true });
    case 'beacon':
      return byBeacon(message);
    case 'form-post':
      return byForm(message);
    case 'worker':
      return byWorker(message);
    case 'service-worker':
      return byServiceWorker(message);
    case 'iframe-natives':
      return byFetchOfFrame(message);
    case 'early-natives':
      return byEarlyXhr(message);
  }
}

function blobOf({ body }: Message): Blob | null {
  return body === null ? null : new Blob([body], { type: 'application/json' });
}

/** The browser says only whether it will try. */
function byBeacon({ address, body }: Message): Promise<Reply> {
  const willTry =
    switches.capture === 'yes' ? natives.sendBeacon(address, body) : navigator.sendBeacon(address, body);
  return Promise.resolve({ end: willTry ? 'unknown' : 'network', text: '' });
}

async function byFetchOfFrame(message: Message): Promise<Reply> {
  const frame = element('iframe');
  document.body.append(frame);
  const fetchOfFrame: unknown = Reflect.get(frame.contentWindow ?? window, 'fetch');
  if (typeof fetchOfFrame !== 'function') return { end: 'network', text: '' };
  const reply = await byFetch(message, {}, (address, init) =>
    // An address relative to a blank frame would lead nowhere; a signal of this window is refused there.
    Reflect.apply(fetchOfFrame, frame.contentWindow, [
      new URL(address, location.href).href,
      { ...init, signal: null },
    ]),
  );
  frame.remove();
  return reply;
}
