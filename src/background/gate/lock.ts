import type { AttemptId } from '../../domain/broadcast/broadcast.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Allowed, GateMemory } from '../../storage/gate-memory.ts';
import type { Alarms, NetRequestRules, Report } from '../ports.ts';
import { takeEarlierPermission } from './earlier-permission.ts';
import { nonceIn } from './locked-address.ts';
import { isForPress, type LockedRequest } from './locked-request.ts';
import { isForTab, type Permission, ruleFor } from './permission.ts';
import { RecentSet } from './recent-set.ts';

/** Wakes a worker when permissions end. */
export const LOCK_ALARM = 'gate-lock';
/** More at once than any page needs (a page that is worked on has three open for drafts); beyond it the oldest end. */
const MOST_OPEN = 120;
/** So many used keys are remembered, long after their requests could still be repeated. */
const MOST_USED = 500;

/** What the lock works with. */
export interface LockPorts {
  readonly rules: NetRequestRules;
  readonly alarms: Pick<Alarms, 'create'>;
  readonly clock: Clock;
  readonly memory: Pick<GateMemory, 'allowed'>;
  readonly report: Report;
}

/** A permission that was used. `answeredFor` is lost with the worker that gave the permission. */
export type Claim = Allowed & Pick<Permission, 'answeredFor'>;

interface Open {
  readonly ruleId: number;
  claim: Claim;
  timer: ReturnType<typeof setTimeout>;
  /** Settled when the browser lets the request pass. */
  readonly ready: Promise<void>;
}

/**
 * The browser's own lock on LINE's broadcasts, and the permissions to pass it. The rules of the browser outlive the worker, so
 * whatever an earlier worker had opened is closed before anything is opened anew.
 */
export class Lock {
  readonly #ports: LockPorts;
  readonly #open = new Map<string, Open>();
  readonly #used = new RecentSet<string>(MOST_USED);
  #lastRule = 0;
  #cleared: Promise<void> | null = null;

  constructor(ports: LockPorts) {
    this.#ports = ports;
  }

  /** Closes what an earlier worker had opened. To be called at every start. */
  start(): Promise<void> {
    this.#cleared ??= this.#clear().catch((error: unknown) => {
      this.#cleared = null;
      throw error;
    });
    return this.#cleared;
  }

  /**
   * Lets a request pass, once, for some seconds; asked again before its end, it stays open for as long once more. `over`:
   * this permission was used already, or ended while it was being given.
   * @throws whatever the browser throws: then nothing passes
   */
  async open(permission: Permission): Promise<'open' | 'over'> {
    await this.start();
    const { key, tabId, kind } = permission;
    if (this.#used.has(key)) return 'over';
    const opened = this.#open.get(key) ?? this.#begin(permission);
    if (opened.claim.tabId !== tabId || opened.claim.kind !== kind) return 'over';
    this.#prolong(opened, permission.lifeMs);
    await opened.ready;
    return this.#open.get(key) === opened ? 'open' : 'over';
  }

  /** The open permission of a tab for one request, or with null for its next press. */
  opened(tabId: number, nonce: string | null): Claim | null {
    for (const { claim } of this.#open.values()) {
      if (claim.nonce === nonce && isForTab(claim, tabId)) return claim;
    }
    return null;
  }

  /** Whether a rule of the browser's is that of an open permission. */
  hasOpened(ruleId: number): boolean {
    return [...this.#open.values()].some((open) => open.ruleId === ruleId);
  }

  /** Ends a permission; true when it was still open. */
  close(key: string): boolean {
    const open = this.#open.get(key);
    if (open === undefined) return false;
    this.#open.delete(key);
    clearTimeout(open.timer);
    this.#told('close a permission', this.#ports.rules.updateSessionRules({ removeRuleIds: [open.ruleId] }));
    this.#told(
      'forget a permission',
      this.#ports.memory.allowed.remove((other) => other.key === key),
    );
    return true;
  }

  /** The tab was closed. */
  closeTab(tabId: number): void {
    this.#closeWhere((claim) => claim.tabId === tabId);
  }

  /**
   * The tab shows another page. What is opened for a draft stays for its minute: the browser tells the same of an address that
   * a page has changed by itself, where the draft may still come.
   */
  leaveTab(tabId: number): void {
    this.#closeWhere((claim) => claim.tabId === tabId && claim.kind !== 'harmless');
  }

  /** The attempt that it was permitted for has ended. */
  closeAttempt(tabId: number, attempt: AttemptId): void {
    this.#closeWhere((claim) => claim.tabId === tabId && claim.attempt === attempt);
  }

  /** Ends what is over by the clock: a timer may have been lost. */
  closeOver(): void {
    const now = this.#ports.clock.now();
    this.#closeWhere((claim) => claim.endsAt <= now);
  }

  #closeWhere(isOver: (claim: Claim) => boolean): void {
    for (const { claim } of [...this.#open.values()]) if (isOver(claim)) this.close(claim.key);
  }

  /**
   * What had allowed a request that the browser tells of; null when nothing had. It is used up by that, at once: only what
   * was permitted before this worker was started takes a moment to find.
   */
  claim(request: LockedRequest): Promise<Claim | null> {
    const { url, tabId } = request;
    const nonce = nonceIn(url);
    const byNonce = nonce === null ? null : this.opened(tabId, nonce);
    const claim = byNonce ?? (isForPress(request) ? this.opened(tabId, null) : null);
    if (claim === null) {
      const isOwn = (key: string) => this.#open.has(key) || this.#used.has(key);
      return takeEarlierPermission(this.#ports.memory.allowed, request, isOwn);
    }
    this.#used.add(claim.key);
    this.close(claim.key);
    return Promise.resolve(claim);
  }

  #begin({ lifeMs, ...permission }: Permission): Open {
    const { key } = permission;
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= MOST_OPEN) this.close(oldest);
    this.#lastRule += 1;
    const ruleId = this.#lastRule;
    const claim = { ...permission, endsAt: this.#ports.clock.now() + lifeMs };
    const timer = setTimeout(() => this.close(key), lifeMs);
    const open = { claim, ruleId, timer, ready: this.#give(claim, ruleId) };
    this.#open.set(key, open);
    return open;
  }

  #prolong(open: Open, lifeMs: number): void {
    const { key } = open.claim;
    const endsAt = this.#ports.clock.now() + lifeMs;
    open.claim = { ...open.claim, endsAt };
    clearTimeout(open.timer);
    open.timer = setTimeout(() => this.close(key), lifeMs);
    // Should the worker be stopped before, the alarm starts another, and whatever starts closes everything.
    this.#ports.alarms.create(LOCK_ALARM, { when: endsAt });
  }

  async #give(claim: Claim, ruleId: number): Promise<void> {
    const { answeredFor: _, ...allowed } = claim;
    try {
      await this.#ports.memory.allowed.put(allowed);
      // Closed meanwhile: a rule that is added now would be removed by nobody.
      if (this.#open.get(claim.key)?.ruleId !== ruleId) return;
      await this.#ports.rules.updateSessionRules({ addRules: [ruleFor(claim, ruleId)] });
    } catch (error) {
      this.close(claim.key);
      throw error;
    }
  }

  async #clear(): Promise<void> {
    const { rules } = this.#ports;
    const left = await rules.getSessionRules();
    if (left.length > 0) await rules.updateSessionRules({ removeRuleIds: left.map(({ id }) => id) });
  }

  #told(what: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#ports.report(what, error));
  }
}
