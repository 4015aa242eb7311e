import * as v from 'valibot';
import { type Instant, MINUTE } from '../clock.ts';
import type { Schedule } from './broadcast.ts';

/** How long a pass can be used. */
export const PASS_LIFE_MS = 2 * MINUTE;

/** The name of a pass; worthless without the tab and the broadcast it was made for. */
export const passIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('PassId'));
export type PassId = v.InferOutput<typeof passIdSchema>;

/** What a pass is given for. */
export interface PassWish {
  readonly tabId: number;
  /** When the broadcast is to arrive. */
  readonly schedule: Schedule;
  /** Of the broadcast, as `fingerprint.ts` makes it. */
  readonly fingerprint: string;
}

/** A permission to send one broadcast once, from one tab, before `endsAt`. */
export interface Pass extends PassWish {
  readonly id: PassId;
  readonly issuedAt: Instant;
  readonly endsAt: Instant;
}

/** Who wants to use a pass, for what. `nonce` names the request: a message about it may come twice. */
export interface Redemption {
  readonly tabId: number;
  readonly fingerprint: string;
  readonly nonce: string;
}

/** `ok` is the only answer that lets a broadcast go. */
export type Redeemed = 'ok' | 'unknown' | 'expired' | 'used' | 'changed' | 'other-tab';

interface Held {
  readonly pass: Pass;
  /** The request that has used it. */
  nonce: string | null;
  /** Once over stays over, also when the computer's clock is set back. */
  over: boolean;
}

/** The passes that are out: at most one for each tab. It lives in memory alone; what is lost with it was not yet allowed. */
export class PassBook {
  readonly #byTab = new Map<number, Held>();
  readonly #newId: () => PassId;

  /** @param newId 128 random bits, never the same twice */
  constructor(newId: () => PassId) {
    this.#newId = newId;
  }

  /** Gives a tab a pass. Any other that the tab had can no longer be used. */
  issue(wish: PassWish, now: Instant): Pass {
    const { schedule } = wish;
    const life = now + PASS_LIFE_MS;
    // What was to arrive at a time that has passed would arrive at once, and that is not what was answered for.
    const endsAt = schedule.kind === 'at' ? Math.min(life, schedule.at) : life;
    const pass: Pass = { ...wish, id: this.#newId(), issuedAt: now, endsAt };
    this.#byTab.set(wish.tabId, { pass, nonce: null, over: false });
    return pass;
  }

  /** Uses a pass. The same request may ask again while the pass lives and gets the same answer. */
  redeem(id: PassId, { tabId, fingerprint, nonce }: Redemption, now: Instant): Redeemed {
    const held = [...this.#byTab.values()].find(({ pass }) => pass.id === id);
    if (held === undefined) return 'unknown';
    if (held.pass.tabId !== tabId) return 'other-tab';
    if (isOver(held, now)) return 'expired';
    if (held.pass.fingerprint !== fingerprint) return 'changed';
    if (held.nonce !== null && held.nonce !== nonce) return 'used';
    held.nonce = nonce;
    return 'ok';
  }

  /** The pass of a tab that can still be used, for when its operator presses the button again; null when there is none. */
  waiting(tabId: number, now: Instant): Pass | null {
    const held = this.#byTab.get(tabId);
    if (held === undefined || held.nonce !== null || isOver(held, now)) return null;
    return held.pass;
  }

  /** The tab was closed, or shows another page. */
  forgetTab(tabId: number): void {
    this.#byTab.delete(tabId);
  }
}

/** Before its issue a pass is over too: the clock was set back, and nobody knows how long ago it was given. */
function isOver(held: Held, now: Instant): boolean {
  held.over ||= now >= held.pass.endsAt || now < held.pass.issuedAt;
  return held.over;
}
