import type { Mode } from '../../domain/policy/gate-policy.ts';
import { oneAfterAnother } from '../../platform/one-after-another.ts';
import { soon } from '../../platform/soon.ts';
import type { NetRequestRules } from '../ports.ts';
import type { Lock } from './lock.ts';

/** The ruleset of the manifest that stops every broadcast. */
const RULESET = 'lock';

/** So long an answer may take as a rule; what takes longer is a browser that has just been started. */
const PROMPT_MS = 150;

/** Makes the browser's lock follow the policy: only `enforce` stops anything. */
export class LockMode {
  readonly #rules: NetRequestRules;
  readonly #lock: Pick<Lock, 'hasOpened'>;
  /** What was set last; null: nothing so far by this worker. */
  #mode: Mode | null = null;
  /** Of two changes at once the one that takes the browser longer would win: to switch rules on it reads them from the disk. */
  readonly #inTurn = oneAfterAnother();
  #turn = 0;

  constructor(rules: NetRequestRules, lock: Pick<Lock, 'hasOpened'>) {
    this.#rules = rules;
    this.#lock = lock;
  }

  /**
   * Follows what is being read, unless something newer is followed meanwhile. As long as the reading takes the lock is on: nobody
   * knows yet whether a supervisor wants it to be.
   * @throws whatever the reading throws, after which the lock is on; and what the browser throws
   */
  async follow(reading: Promise<Mode>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const prompt = await soon(reading, PROMPT_MS, null).catch(() => null);
    if (turn !== this.#turn) return;
    if (prompt === null) await this.#set('enforce');
    const mode = prompt ?? (await reading);
    if (turn === this.#turn) await this.#set(mode);
  }

  /** Puts the lock back as it has to be, should somebody have changed it by the browser's own tools. */
  async reassert(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#mode === 'enforce') await this.#change('enforce');
    });
  }

  #set(mode: Mode): Promise<void> {
    this.#mode = mode;
    return this.#inTurn(() => this.#change(mode));
  }

  async #change(mode: Mode): Promise<void> {
    const which = [RULESET];
    if (mode !== 'enforce') return this.#rules.updateEnabledRulesets({ disableRulesetIds: which });
    await Promise.all([
      this.#rules.updateEnabledRulesets({ enableRulesetIds: which }),
      this.#makeWhole(),
      this.#removeForeign(),
    ]);
  }

  /** A ruleset that is on stops nothing by those of its rules that were switched off one by one; Matta never does that. */
  async #makeWhole(): Promise<void> {
    const off = await this.#rules.getDisabledRuleIds({ rulesetId: RULESET });
    if (off.length > 0) await this.#rules.updateStaticRules({ rulesetId: RULESET, enableRuleIds: [...off] });
  }

  /**
   * Rules of Matta's are there for seconds, and none outlives the browser; each other one lets something pass that nobody has answered
   * for.
   */
  async #removeForeign(): Promise<void> {
    const rules = this.#rules;
    const [dynamic, session] = await Promise.all([rules.getDynamicRules(), rules.getSessionRules()]);
    if (dynamic.length > 0) await rules.updateDynamicRules({ removeRuleIds: idsOf(dynamic) });
    // Looked at last of all: a permission that was opened meanwhile is ours.
    const foreign = session.filter(({ id }) => !this.#lock.hasOpened(id));
    if (foreign.length > 0) await rules.updateSessionRules({ removeRuleIds: idsOf(foreign) });
  }
}

function idsOf(rules: readonly { readonly id: number }[]): number[] {
  return rules.map(({ id }) => id);
}
