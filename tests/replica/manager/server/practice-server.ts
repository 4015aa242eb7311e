import type { ManagerSwitchValue } from '../switches.ts';
import { type Broadcast, BroadcastStore } from './broadcast-store.ts';
import { kindOf } from './request-kind.ts';

/** How the server answers what would change something. */
export type ServerMode = ManagerSwitchValue<'server'>;

/** What the server takes a request for. Whatever a commit says that is not surely a draft is a delivery. */
export type RequestKind = 'delivery' | 'draft' | 'test' | 'other';

/** One request to LINE's interface as it arrived. */
export interface PracticeRequest {
  readonly method: string;
  readonly url: string;
  /** Without query and fragment, as written: `@` may be `%40`. */
  readonly path: string;
  /** Null where there is none, or where it cannot be read on its way. */
  readonly body: string | null;
  /** Header names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Epoch ms. */
  readonly at: number;
  readonly kind: RequestKind;
  /** How the browser sent it: `xhr`, `fetch`, `ping` (a beacon), `document` (a form) … */
  readonly sentAs: string;
  /** The page or script that sent it; empty where it did not say. */
  readonly from: string;
}

/** The status and JSON of an answer; null: none will come. */
export interface PracticeReply {
  readonly status: number;
  readonly json: unknown;
  readonly delayMs: number;
}

const SLOW_MS = 900;

/** The server of the practice manager: what it got, what it accepted. Tests count its deliveries. */
export class PracticeServer {
  readonly #requests: PracticeRequest[] = [];
  readonly #accepted = new Set<PracticeRequest>();
  #store = new BroadcastStore();
  #mode: ServerMode | null = null;

  /** Everything that arrived at the interface, refused or not. */
  get requests(): readonly PracticeRequest[] {
    return this.#requests;
  }

  /** The broadcasts that went out, or will at their time. */
  get deliveries(): readonly PracticeRequest[] {
    return this.#acceptedOf('delivery');
  }

  get drafts(): readonly PracticeRequest[] {
    return this.#acceptedOf('draft');
  }

  /** The test messages that went out. */
  get tests(): readonly PracticeRequest[] {
    return this.#acceptedOf('test');
  }

  /** Everything that asked for a delivery, also what was refused. */
  get attempts(): readonly PracticeRequest[] {
    return this.#requests.filter(({ kind }) => kind === 'delivery');
  }

  /** Forgets what arrived, and how to answer. */
  reset(): void {
    this.#requests.length = 0;
    this.#accepted.clear();
    this.#store = new BroadcastStore();
    this.#mode = null;
  }

  /** How to answer from now on, whatever the page's own switch says; null: as its switch says. */
  setMode(mode: ServerMode | null): void {
    this.#mode = mode;
  }

  /** Takes a request and says how to answer it; null: with silence. */
  receive(arrived: Omit<PracticeRequest, 'kind'>): PracticeReply | null {
    const request = { ...arrived, kind: kindOf(arrived) };
    this.#requests.push(request);
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    const mode = changes ? (this.#mode ?? modeOf(request.from)) : 'ok';
    if (mode === 'timeout') return null;
    if (mode !== 'ok' && mode !== 'slow')
      return { status: Number(mode), json: { code: Number(mode), message: 'practice' }, delayMs: 0 };
    this.#accepted.add(request);
    return { ...this.#answer(request), delayMs: mode === 'slow' ? SLOW_MS : 0 };
  }

  #answer(request: PracticeRequest): { readonly status: number; readonly json: unknown } {
    switch (request.kind) {
      case 'delivery':
      case 'draft':
        return { status: 200, json: { id: this.#store.save(request) } };
      case 'test':
        return { status: 200, json: {} };
      case 'other':
        return this.#read(request);
    }
  }

  #read(request: PracticeRequest): { readonly status: number; readonly json: unknown } {
    const found: readonly Broadcast[] | Broadcast | null = this.#store.read(request.url);
    if (found === null) return { status: 404, json: { code: 404 } };
    return { status: 200, json: 'id' in found ? found : { total: found.length, list: found } };
  }

  #acceptedOf(kind: RequestKind): readonly PracticeRequest[] {
    return this.#requests.filter((request) => request.kind === kind && this.#accepted.has(request));
  }
}

/** Which answer the asking page wants by its switch; a worker says only where its script lies. */
function modeOf(from: string): ServerMode {
  const wanted = URL.canParse(from) ? new URL(from).searchParams.get('server') : null;
  const modes: readonly ServerMode[] = ['400', '403', '409', '500', 'timeout', 'slow'];
  return modes.find((mode) => mode === wanted) ?? 'ok';
}
