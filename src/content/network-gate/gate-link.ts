import type { Mode } from '../../domain/policy/mode.ts';
import { own, parseJson, sliceText, uncurry, writeJson } from '../../line/manager/requests/safe-calls.ts';
import { type FromGate, HAND_OVER, LONGEST_BODY, LONGEST_URL } from './gate-messages.ts';
import { freshNonce, getterOf, listen, postMessage } from './page-functions.ts';
import { isSameContent } from './same-content.ts';

/** One request that the gate has stopped. Exactly one of the two is called, once. */
export interface Stopped {
  readonly url: string;
  readonly body: string | null;
  readonly nonce: string;
  readonly go: () => void;
  readonly fail: () => void;
}

const dataOf = getterOf(MessageEvent.prototype, 'data');
const startPort = uncurry(MessagePort.prototype.start);
const mapGet = uncurry<Map<number, Stopped>, [number], Stopped | undefined>(Map.prototype.get);
const mapSet = uncurry<Map<number, Stopped>, [number, Stopped], unknown>(Map.prototype.set);
const mapDelete = uncurry<Map<number, Stopped>, [number], boolean>(Map.prototype.delete);
const clockNow = uncurry(Performance.prototype.now);
const clock = performance;

/** A synchronous request that was refused, and until when it may go if it comes again. */
interface Refused {
  readonly id: number;
  readonly body: string | null;
  readonly nonce: string;
  until: number;
}

/**
 * The network gate's end of the port to the content script. A gate that nobody answers lets every commit fail: whoever
 * could have opened the checklist is gone.
 */
export class GateLink {
  readonly #port: MessagePort | null;
  readonly #stopped = new Map<number, Stopped>();
  #lastId = 0;
  #mode: Mode = 'enforce';
  #refused: Refused | null = null;
  /**
   * Armed ahead for drafts that cannot wait, the longest armed first. Arming another for one that is used takes the worker some
   * milliseconds, on a busy computer seconds: meanwhile there are two more.
   */
  #standby: readonly [string, string, string] = [freshNonce(), freshNonce(), freshNonce()];

  /** Hands the other end of a new port over. Must run before any script of the page, in the same task. */
  constructor() {
    const { port1, port2 } = new MessageChannel();
    const event = new MessageEvent(HAND_OVER, { ports: [port2], cancelable: true });
    // The content script answers by preventing the default of an event that has none.
    const isTaken = !document.fonts.dispatchEvent(event);
    this.#port = isTaken ? port1 : null;
    if (this.#port === null) return;
    listen(port1, 'message', (message) => this.#hear(dataOf(message as MessageEvent)));
    startPort(port1);
    this.#sayStandby();
  }

  get mode(): Mode {
    return this.#mode;
  }

  /** Asks what to do with a request that can wait. Answers its number, for {@link giveUp}. */
  ask(kind: 'commit' | 'harmless', stopped: Stopped): number {
    const id = this.#nextId();
    mapSet(this.#stopped, id, stopped);
    const { nonce } = stopped;
    if (!this.#say({ t: 'held', id, kind, ...told(stopped), nonce, canWait: true })) this.#end(id, false);
    return id;
  }

  /** The page itself has given a request up. */
  giveUp(id: number): void {
    if (mapDelete(this.#stopped, id)) this.#say({ t: 'gone', id });
  }

  /** Uses a nonce that is armed for drafts which cannot wait, and asks for another. */
  takeStandby(): string {
    const taken = this.#standby[0];
    this.#standby = [this.#standby[1], this.#standby[2], freshNonce()];
    this.#sayStandby();
    return taken;
  }

  /** The nonce of a commit that cannot wait and may go now: it was refused before, and its checklist has been answered since. */
  nonceToGo(body: string | null): string | null {
    const allowed = this.#allowed();
    if (allowed === null || !isSameContent(allowed.body, body)) return null;
    this.#refused = null;
    return allowed.nonce;
  }

  /** Tells of a commit that cannot wait and was refused. */
  tellRefused(url: string, body: string | null): void {
    const id = this.#nextId();
    const nonce = freshNonce();
    this.#refused = { id, body, nonce, until: 0 };
    this.#say({ t: 'held', id, kind: 'commit', ...told({ url, body }), nonce, canWait: false });
  }

  tellObserved(url: string, body: string | null): void {
    this.#say({ t: 'observed', ...told({ url, body }) });
  }

  tellTest(url: string, body: string | null): void {
    this.#say({ t: 'test', ...told({ url, body }) });
  }

  #sayStandby(): void {
    const nonces = `${this.#standby[0]} ${this.#standby[1]} ${this.#standby[2]}`;
    this.#say({ t: 'standby', nonces });
  }

  #allowed(): Refused | null {
    return this.#refused !== null && clockNow(clock) < this.#refused.until ? this.#refused : null;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #say(message: FromGate): boolean {
    const text = writeJson({ __proto__: null, ...message });
    if (this.#port === null || text === undefined) return false;
    postMessage(this.#port, text);
    return true;
  }

  #hear(data: unknown): void {
    const message = typeof data === 'string' ? parseJson(data) : null;
    const id = own(message, 'id');
    const number = typeof id === 'number' ? id : 0;
    const what = own(message, 't');
    if (what === 'go' || what === 'fail') this.#end(number, what === 'go');
    else if (what === 'let-next') this.#letNext(number, own(message, 'ms'));
    else if (what === 'mode') this.#setMode(own(message, 'mode'));
  }

  #end(id: number, mayGo: boolean): void {
    const stopped = mapGet(this.#stopped, id);
    if (stopped === undefined) return;
    mapDelete(this.#stopped, id);
    if (mayGo) stopped.go();
    else stopped.fail();
  }

  #letNext(id: number, ms: unknown): void {
    if (this.#refused?.id === id && typeof ms === 'number') this.#refused.until = clockNow(clock) + ms;
  }

  #setMode(mode: unknown): void {
    if (mode === 'off' || mode === 'observe' || mode === 'enforce') this.#mode = mode;
  }
}

/** What is longer than any broadcast's request is not read at all: the address is cut, the body counts as unreadable. */
function told({ url, body }: { readonly url: string; readonly body: string | null }): {
  readonly url: string;
  readonly body: string | null;
} {
  return {
    url: sliceText(url, 0, LONGEST_URL),
    body: body !== null && body.length > LONGEST_BODY ? null : body,
  };
}
