import type { Broadcast } from '../domain/broadcast/broadcast.ts';
import type { Nonce } from '../domain/broadcast/nonce.ts';
import type { Mode } from '../domain/policy/mode.ts';

/** The requests that the network gate in the page's own world holds back or asks about. */
export interface HeldRequests {
  /** False when the page was there before Matta: then nothing is held in the page, and only the browser's lock guards. */
  readonly connected: boolean;
  /** Calls back for every request that the gate asks about. Nothing of it leaves before it is released. */
  onHeld(listener: (request: HeldRequest) => void, signal: AbortSignal): void;
  /** Calls back when a test send went out. */
  onTest(listener: (test: SeenRequest) => void, signal: AbortSignal): void;
  /** Calls back when a commit request went out that a stricter mode would have held. */
  onObserved(listener: (observed: SeenRequest) => void, signal: AbortSignal): void;
  /** Calls back with the nonces that the next drafts will carry which cannot wait for an answer, soonest first; at once with the present ones. */
  onStandby(listener: (nonces: readonly Nonce[]) => void, signal: AbortSignal): void;
  /** What the gate does with commit requests; `enforce` until told otherwise. */
  setMode(mode: Mode): void;
}

/** A request of the editor, by what it says. */
export interface SeenRequest {
  readonly broadcast: Broadcast;
}

/** One request that waits. Exactly one of `release` and `refuse` counts, the first. */
export interface HeldRequest extends SeenRequest {
  /** `commit`: makes a broadcast real, or may do so. `harmless`: only needs the lock opened for it. */
  readonly kind: 'commit' | 'harmless';
  readonly nonce: Nonce;
  /** False for a synchronous request: it was refused at once, and only the next press can be let go. */
  readonly canWait: boolean;
  /** Lets it go, unchanged. */
  release(): void;
  /** Lets it fail as a broken connection would. */
  refuse(): void;
  /** For a request that cannot wait: the same one may go if it comes again within so many milliseconds. */
  letNext(ms: number): void;
  /** Aborts when the page itself gave the request up. */
  readonly gone: AbortSignal;
}
