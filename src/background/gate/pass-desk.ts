import type { Attempt, AttemptId } from '../../domain/broadcast/broadcast.ts';
import { type Addressed, changesBetween } from '../../domain/broadcast/changes.ts';
import type { Nonce } from '../../domain/broadcast/nonce.ts';
import type { PassId } from '../../domain/broadcast/pass-book.ts';
import { SECOND } from '../../domain/clock.ts';
import type { JournalEvent } from '../../domain/journal/entry.ts';
import type { Release } from '../../messaging/gate-protocol.ts';
import { RequestRefused } from '../../messaging/serve.ts';
import { type About, fingerprintOf, writeEvent } from './attempt-record.ts';
import { addressed, type Completed, type Waiting } from './completed.ts';
import type { GatePorts } from './gate-ports.ts';
import type { Claim } from './lock.ts';
import { broadcastPermission, type Permission, REQUEST_LIFE_MS } from './permission.ts';
import { RecentSet } from './recent-set.ts';

/** A permission that is being given, in a tab that may be left meanwhile. */
interface Stay {
  readonly tabId: number;
  left: boolean;
}

/** Of how many attempts it is remembered that they were let go. */
const MOST_LET_GONE = 200;

type DeskPorts = Pick<GatePorts, 'approvals' | 'clock' | 'journal' | 'late' | 'lock' | 'passes'>;

const NO_PASS: Release = { result: 'no-pass' };

/**
 * Gives passes for answered checklists, and opens the lock for them. Passes are in memory alone: one that was lost has to be
 * answered for again. Nothing is opened before the journal has it.
 */
export class PassDesk {
  readonly #ports: DeskPorts;
  readonly #waiting = new Map<number, Waiting>();
  readonly #stays = new Set<Stay>();
  /** Attempts that were let go: their answers are used up with their pass. */
  readonly #letGone = new RecentSet<AttemptId>(MOST_LET_GONE);
  /** Tabs in which something else was about to go than what a second person had looked at. */
  readonly #overtaken = new Set<number>();

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  /** @throws RequestRefused for an attempt that was let go already */
  issue(tabId: number, completed: Completed): PassId {
    const { attempt, fingerprint } = completed;
    if (this.#letGone.has(attempt.id)) throw new RequestRefused('refused', 'these answers were used already');
    const wish = { tabId, schedule: attempt.broadcast.schedule, fingerprint };
    const { id: pass } = this.#ports.passes.issue(wish, this.#ports.clock.now());
    this.#waiting.set(tabId, { ...completed, pass });
    return pass;
  }

  /** For the request that the page holds: the broadcast is the one that was answered for, letter by letter. */
  async release(tabId: number, attempt: Attempt, pass: PassId, nonce: Nonce): Promise<Release> {
    const waiting = this.#waiting.get(tabId);
    if (waiting?.pass !== pass) return NO_PASS;
    const fingerprint = await fingerprintOf(attempt.broadcast, attempt.page.people);
    const redemption = { tabId, fingerprint, nonce };
    const redeemed = this.#ports.passes.redeem(pass, redemption, this.#ports.clock.now());
    if (redeemed === 'changed') return this.#changed(waiting, addressed(attempt));
    return redeemed === 'ok' ? this.#letGo(tabId, waiting, nonce) : NO_PASS;
  }

  /** For a request that comes after another press: it may have been read in another way, but must say the same. */
  async redeemWaiting(tabId: number, now: Addressed, nonce: Nonce): Promise<Release> {
    const { lock, passes, clock } = this.#ports;
    const opened = lock.opened(tabId, nonce);
    if (opened !== null && opened.attempt !== null) return { result: 'armed', attempt: opened.attempt };
    const pressed = lock.opened(tabId, null);
    if (pressed !== null) return this.#narrow(pressed, now, nonce);
    const waiting = this.#waiting.get(tabId);
    if (waiting === undefined) return NO_PASS;
    const changes = changesBetween(addressed(waiting.attempt), now);
    if (changes.length > 0) {
      return passes.waiting(tabId, clock.now()) === null ? NO_PASS : this.#changed(waiting, now);
    }
    const redemption = { tabId, fingerprint: waiting.fingerprint, nonce };
    const redeemed = passes.redeem(waiting.pass, redemption, clock.now());
    return redeemed === 'ok' ? this.#letGo(tabId, waiting, nonce) : NO_PASS;
  }

  /** Opens the lock for the tab's next broadcast. Answers for how many seconds; null without a pass that fits. */
  async press(tabId: number, attempt: Attempt, pass: PassId): Promise<number | null> {
    const waiting = this.#waiting.get(tabId);
    if (waiting?.pass !== pass) return null;
    const fingerprint = await fingerprintOf(attempt.broadcast, attempt.page.people);
    const key = `press:${pass}`;
    const redemption = { tabId, fingerprint, nonce: key };
    if (this.#ports.passes.redeem(pass, redemption, this.#ports.clock.now()) !== 'ok') return null;
    if (!(await this.#isApproved(waiting, key))) return null;
    const permission = broadcastPermission(tabId, waiting.attempt, 'send', null, key);
    const result = await this.#open(permission, waiting.entry, `released:${key}`);
    if (result !== 'open') return null;
    this.#letGone.add(waiting.attempt.id);
    return permission.lifeMs / SECOND;
  }

  /** The way out: opens the lock for a typed reason. Answers for how many seconds; null when that was used already. */
  async override(
    tabId: number,
    attempt: Attempt,
    nonce: Nonce | null,
    entry: Extract<JournalEvent, { kind: 'overridden' }>,
  ): Promise<number | null> {
    const key = nonce ?? `override:${attempt.id}`;
    const permission = broadcastPermission(tabId, attempt, 'override', nonce, key);
    const result = await this.#open(permission, entry, `overridden:${nonce ?? 'press'}:${entry.reason}`);
    return result === 'open' ? permission.lifeMs / SECOND : null;
  }

  /** True until the attempt is given up: what a second person has looked at is not what is about to go now. */
  isApprovalOvertaken(tabId: number): boolean {
    return this.#overtaken.has(tabId);
  }

  /** An attempt has ended: what was permitted for it, and is not yet used, ends too. */
  end(tabId: number, attempt: AttemptId): void {
    this.#overtaken.delete(tabId);
    if (this.#waiting.get(tabId)?.attempt.id === attempt) this.#forgetPass(tabId);
    this.#ports.lock.closeAttempt(tabId, attempt);
  }

  /** The tab shows another page, or was closed. */
  leave(tabId: number): void {
    this.#overtaken.delete(tabId);
    for (const stay of this.#stays) if (stay.tabId === tabId) stay.left = true;
    this.#forgetPass(tabId);
    this.#ports.lock.leaveTab(tabId);
  }

  async #letGo(tabId: number, waiting: Waiting, nonce: Nonce): Promise<Release> {
    if (!(await this.#isApproved(waiting, nonce))) return NO_PASS;
    const permission = broadcastPermission(tabId, waiting.attempt, 'send', nonce, nonce);
    const result = await this.#open(permission, waiting.entry, `released:${nonce}`);
    if (result !== 'open') return NO_PASS;
    this.#letGone.add(waiting.attempt.id);
    return { result: 'armed', attempt: waiting.attempt.id };
  }

  /** Uses up the second person's approval, if one had been asked for. */
  #isApproved({ entry, fingerprint }: Waiting, by: string): Promise<boolean> | boolean {
    return entry.person === null || this.#ports.approvals.use(fingerprint, by);
  }

  /** A permission for the next press becomes one for the request of that press. */
  async #narrow(pressed: Claim, now: Addressed, nonce: Nonce): Promise<Release> {
    const { lock } = this.#ports;
    const { attempt, answeredFor } = pressed;
    lock.close(pressed.key);
    if (attempt === null || answeredFor === null) return NO_PASS;
    const changes = changesBetween(answeredFor, now);
    if (changes.length > 0) return { result: 'changed', changes: [...changes] };
    const result = await lock.open({ ...pressed, key: nonce, nonce, lifeMs: REQUEST_LIFE_MS });
    return result === 'open' ? { result: 'armed', attempt } : NO_PASS;
  }

  #changed(waiting: Waiting, now: Addressed): Release {
    for (const [tabId, { pass, entry }] of this.#waiting) {
      if (pass !== waiting.pass) continue;
      this.#forgetPass(tabId);
      if (entry.person !== null) this.#overtaken.add(tabId);
    }
    return { result: 'changed', changes: [...changesBetween(addressed(waiting.attempt), now)] };
  }

  /** Writes into the journal first, and opens the lock only if the tab is still there. @throws when either fails */
  async #open(permission: Permission, entry: JournalEvent, once: string): Promise<'open' | 'over'> {
    const { lock } = this.#ports;
    const about: About = permission;
    const stay: Stay = { tabId: permission.tabId, left: false };
    this.#stays.add(stay);
    try {
      await this.#writeFirst(about, entry, once);
      const result = stay.left ? 'over' : await lock.open(permission);
      if (!stay.left) return result;
      lock.close(permission.key);
      await writeEvent(this.#ports, about, { kind: 'refused', why: 'left' }, `left:${permission.key}`);
      return 'over';
    } finally {
      this.#stays.delete(stay);
    }
  }

  /** A release needs the journal; the way out only that its reason is kept somewhere. */
  async #writeFirst(about: About, entry: JournalEvent, once: string): Promise<void> {
    if (entry.kind !== 'overridden') return writeEvent(this.#ports, about, entry, once);
    const { attempt, account } = about;
    const draft = { at: this.#ports.clock.now(), attempt, account, event: entry };
    return this.#ports.late.append(draft, `${attempt ?? ''}:${once}`);
  }

  #forgetPass(tabId: number): void {
    this.#waiting.delete(tabId);
    this.#ports.passes.forgetTab(tabId);
  }
}
