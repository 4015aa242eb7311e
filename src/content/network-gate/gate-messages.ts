import type { Mode } from '../../domain/policy/mode.ts';

/**
 * What the network gate in the page's world and the content script in its own say to each other, over a port that only the
 * two of them hold. Each message is a JSON text: a text cannot be changed by whoever replaces functions in the page.
 */

/**
 * From the network gate. `held` waits for an answer by its number; `standby` says which nonces the next
 * drafts will carry that cannot wait, soonest first: a text with spaces between, as a page can make a list say what it likes.
 */
export type FromGate =
  | {
      readonly t: 'held';
      readonly id: number;
      readonly kind: 'commit' | 'harmless';
      readonly url: string;
      readonly body: string | null;
      readonly nonce: string;
      readonly canWait: boolean;
    }
  | { readonly t: 'gone'; readonly id: number }
  | { readonly t: 'observed'; readonly url: string; readonly body: string | null }
  | { readonly t: 'test'; readonly url: string; readonly body: string | null }
  | { readonly t: 'standby'; readonly nonces: string };

/**
 * To the network gate. `go` and `fail` end what is held. `let-next`: the synchronous request that was refused under this
 * number may go when it comes again, for `ms` milliseconds.
 */
export type ToGate =
  | { readonly t: 'go'; readonly id: number }
  | { readonly t: 'fail'; readonly id: number }
  | { readonly t: 'let-next'; readonly id: number; readonly ms: number }
  | { readonly t: 'mode'; readonly mode: Mode };

/**
 * The event by which the network gate hands its port over, before any script of the page can listen. It goes to
 * `document.fonts`, which is new with every document: a frame keeps its window, and what the page listens to on it, when its
 * first empty document gives way to one of the same origin.
 */
export const HAND_OVER = 'matta-hand-over';

/** Longest body that is looked at, in characters or bytes: longer ones are files, LINE's requests are a few kilobytes. */
export const LONGEST_BODY = 1024 * 1024;
/** Longest address that is told of. */
export const LONGEST_URL = 4_000;
/** Longest text of nonces that is listened to: many more than the gate keeps. */
export const LONGEST_NONCES = 200;
