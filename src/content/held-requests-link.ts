import * as v from 'valibot';
import { type Nonce, nonceSchema } from '../domain/broadcast/nonce.ts';
import type { Mode } from '../domain/policy/mode.ts';
import type { HeldRequest, HeldRequests, SeenRequest } from '../features/held-requests.ts';
import { readBroadcastRequest } from '../line/manager/requests/read-broadcast-request.ts';
import { Listeners } from '../platform/listeners.ts';
import {
  HAND_OVER,
  LONGEST_BODY,
  LONGEST_NONCES,
  LONGEST_URL,
  type ToGate,
} from './network-gate/gate-messages.ts';

const id = v.pipe(v.number(), v.integer());
const url = v.pipe(v.string(), v.maxLength(LONGEST_URL));
const body = v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_BODY)));
/** What the network gate says. It shares its world with the page, so every word is checked as a stranger's. */
const fromGateSchema = v.variant('t', [
  v.object({
    t: v.literal('held'),
    id,
    kind: v.picklist(['commit', 'harmless']),
    url,
    body,
    nonce: nonceSchema,
    canWait: v.boolean(),
  }),
  v.object({ t: v.literal('gone'), id }),
  v.object({ t: v.literal('observed'), url, body }),
  v.object({ t: v.literal('test'), url, body }),
  v.object({
    t: v.literal('standby'),
    nonces: v.pipe(
      v.string(),
      v.maxLength(LONGEST_NONCES),
      v.transform((text) => text.split(' ')),
      v.array(nonceSchema),
    ),
  }),
]);
type FromGate = v.InferOutput<typeof fromGateSchema>;

/** The content script's end of the port to the network gate in the page's world. */
export class HeldRequestsLink implements HeldRequests {
  readonly #held = new Listeners<HeldRequest>();
  readonly #tests = new Listeners<SeenRequest>();
  readonly #observed = new Listeners<SeenRequest>();
  readonly #standby = new Listeners<readonly Nonce[]>();
  readonly #waiting = new Map<number, AbortController>();
  #lastStandby: readonly Nonce[] = [];
  #port: MessagePort | null = null;

  /**
   * Takes the port that the network gate hands over. The gate runs right after this script and before the page, so the
   * first hand-over is its own, and there is no second.
   */
  constructor(window: Window) {
    const place = window.document.fonts;
    const take = (event: Event) => {
      const [port] = event instanceof MessageEvent ? event.ports : [];
      if (port === undefined) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      place.removeEventListener(HAND_OVER, take);
      this.#port = port;
      port.addEventListener('message', ({ data }) => this.#hear(data));
      port.start();
    };
    if (wasThereBefore(window.document)) return;
    place.addEventListener(HAND_OVER, take);
    // Once the page has anything of its own in it, its scripts may run, and a hand-over could be theirs.
    new MutationObserver((records, observer) => {
      if (records.every(({ addedNodes }) => [...addedNodes].every(isOurs))) return;
      observer.disconnect();
      place.removeEventListener(HAND_OVER, take);
    }).observe(window.document, { childList: true, subtree: true });
  }

  get connected(): boolean {
    return this.#port !== null;
  }

  onHeld(listener: (request: HeldRequest) => void, signal: AbortSignal): void {
    this.#held.add(listener, signal);
  }

  onTest(listener: (test: SeenRequest) => void, signal: AbortSignal): void {
    this.#tests.add(listener, signal);
  }

  onObserved(listener: (observed: SeenRequest) => void, signal: AbortSignal): void {
    this.#observed.add(listener, signal);
  }

  onStandby(listener: (nonces: readonly Nonce[]) => void, signal: AbortSignal): void {
    this.#standby.add(listener, signal);
    if (this.#lastStandby.length > 0) listener(this.#lastStandby);
  }

  setMode(mode: Mode): void {
    this.#say({ t: 'mode', mode });
  }

  #say(message: ToGate): void {
    this.#port?.postMessage(JSON.stringify(message));
  }

  #hear(data: unknown): void {
    const message = readMessage(data);
    if (message?.t === 'held') this.#hold(message);
    else if (message?.t === 'gone') this.#waiting.get(message.id)?.abort();
    else if (message?.t === 'test') this.#tests.tell(seen(message));
    else if (message?.t === 'observed') this.#observed.tell(seen(message));
    else if (message !== null) this.#tellStandby(message.nonces);
  }

  #tellStandby(nonces: readonly Nonce[]): void {
    this.#lastStandby = nonces;
    this.#standby.tell(nonces);
  }

  #hold({ id, kind, url, body, nonce, canWait }: Extract<FromGate, { t: 'held' }>): void {
    const gone = new AbortController();
    // What cannot wait has ended already: nobody says any more that it is gone.
    if (canWait) this.#waiting.set(id, gone);
    const end = (t: 'go' | 'fail') => {
      if (this.#waiting.delete(id)) this.#say({ t, id });
    };
    this.#held.tell({
      ...seen({ url, body }),
      kind,
      nonce,
      canWait,
      release: () => end('go'),
      refuse: () => end('fail'),
      letNext: (ms) => this.#say({ t: 'let-next', id, ms }),
      gone: gone.signal,
    });
  }
}

/** A page that was loaded before Matta came: its scripts run already. Frames without an address are born complete. */
function wasThereBefore({ body, readyState, defaultView }: Document): boolean {
  const isLoaded = defaultView?.location.protocol.startsWith('http') === true;
  return isLoaded && (body !== null || readyState !== 'loading');
}

function isOurs({ nodeName }: Node): boolean {
  return /^matta-/i.test(nodeName);
}

function seen({ url, body }: { readonly url: string; readonly body: string | null }): SeenRequest {
  return { broadcast: readBroadcastRequest(url, body) };
}

function readMessage(data: unknown): FromGate | null {
  if (typeof data !== 'string') return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), fromGateSchema), data);
  return parsed.success ? parsed.output : null;
}
