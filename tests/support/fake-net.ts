import { isLocked, nonceIn } from '../../src/background/gate/locked-address.ts';
import type {
  AllowRule,
  AnswerDetails,
  NetRequestRules,
  RequestBody,
  RequestDetails,
} from '../../src/background/ports.ts';
import { FakeEvent } from './fake-browser.ts';

/** The browser's rules. They outlive the worker; changes take effect in the order in which they are asked for, but for `slowly`. */
export class FakeRules implements NetRequestRules {
  readonly session = new Map<number, AllowRule>();
  readonly dynamic = new Map<number, AllowRule>();
  enabled = true;
  /** Waited for before the lock is switched on: the browser reads its rules from the disk for that. */
  slowly: () => Promise<void> = () => Promise.resolve();
  /** Rules of the lock that were switched off by themselves. */
  readonly switchedOff = new Set<number>();
  /** Every change fails while this is set. */
  broken = false;
  /** Everything that was ever allowed. */
  readonly added: AllowRule[] = [];

  async getSessionRules(): Promise<readonly { readonly id: number }[]> {
    await Promise.resolve();
    return [...this.session.keys()].map((id) => ({ id }));
  }

  async updateSessionRules(change: { addRules?: AllowRule[]; removeRuleIds?: number[] }): Promise<void> {
    if (this.broken) throw new Error('no rules');
    for (const id of change.removeRuleIds ?? []) this.session.delete(id);
    for (const rule of change.addRules ?? []) {
      if (this.session.has(rule.id)) throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
      this.session.set(rule.id, rule);
      this.added.push(rule);
    }
    await Promise.resolve();
  }

  async getDynamicRules(): Promise<readonly { readonly id: number }[]> {
    await Promise.resolve();
    return [...this.dynamic.keys()].map((id) => ({ id }));
  }

  async updateDynamicRules({ removeRuleIds }: { removeRuleIds: number[] }): Promise<void> {
    for (const id of removeRuleIds) this.dynamic.delete(id);
    await Promise.resolve();
  }

  async updateEnabledRulesets(change: {
    enableRulesetIds?: string[];
    disableRulesetIds?: string[];
  }): Promise<void> {
    if (change.enableRulesetIds?.includes('lock')) await this.slowly();
    this.enabled = change.enableRulesetIds?.includes('lock') ?? false;
  }

  async getDisabledRuleIds(): Promise<readonly number[]> {
    await Promise.resolve();
    return [...this.switchedOff];
  }

  async updateStaticRules({ enableRuleIds }: { enableRuleIds: number[] }): Promise<void> {
    for (const id of enableRuleIds) this.switchedOff.delete(id);
    await Promise.resolve();
  }

  /** Whether the browser would let a request pass. The first rule of the lock is the one for plain addresses. */
  passes(method: string, url: string, tabId: number): boolean {
    if (this.switchedOff.has(1)) return true;
    if (!this.enabled || !isLocked(method, url)) return true;
    return [...this.session.values(), ...this.dynamic.values()].some(({ condition }) => {
      const { tabIds, regexFilter, urlFilter = '' } = condition;
      if (!tabIds.includes(tabId)) return false;
      if (regexFilter !== undefined) return new RegExp(regexFilter, 'i').test(url);
      return nonceIn(urlFilter.replace(/\|$/, '')) === nonceIn(url);
    });
  }
}

type Before = RequestDetails & { readonly requestBody?: RequestBody | undefined };

/** What the browser tells of requests. */
export class FakeWebRequest {
  readonly onBeforeRequest = new FakeEvent<[details: Before]>();
  readonly onCompleted = new FakeEvent<[details: AnswerDetails]>();
  readonly onErrorOccurred = new FakeEvent<[details: RequestDetails & { error: string }]>();
}

/** A body as the browser shows one that was sent as text. */
export function rawBody(text: string): RequestBody {
  return { raw: [{ bytes: new TextEncoder().encode(text).buffer }] };
}
