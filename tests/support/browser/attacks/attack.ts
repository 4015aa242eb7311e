import type { ManagerSwitches } from '../../../replica/manager/switches.ts';
import type { AttackBench } from './attack-bench.ts';

/** Where an attack was first written down: sections of the evidence, or `own` for what was found while building. */
export type AttackSource = 'page §7.6' | 'lock §2.1' | 'dialog §3.1' | 'own';

/** One way to get a broadcast out without an answered checklist. */
export interface Attack {
  /** A phrase that stands in the table of docs/threat-model.md; unique. */
  readonly name: string;
  readonly sources: readonly AttackSource[];
  /** Whether a page with these switches can be attacked so; without it, every page. */
  readonly applies?: (switches: ManagerSwitches) => boolean;
  /** True where no button is needed, so that a page which still waits for an answer will do. */
  readonly isByScript?: true;
  /** True where the page goes elsewhere at once, so that no checklist can stay on it. */
  readonly mayLeave?: true;
  /** Presses or sends, and answers how often. It answers no question of the checklist. */
  run(bench: AttackBench): Promise<number>;
}

/** An attack on a checklist that is open and answered in full, so that only its last press is missing. */
export interface DialogAttack {
  readonly name: string;
  readonly sources: readonly AttackSource[];
  /**
   * `untouched`: the page cannot reach the dialog, which stays as it was. `refused`: it can, and then no press counts.
   * `deaf`: it makes the press by script.
   */
  readonly expected: 'untouched' | 'refused' | 'deaf';
  /** Runs in the page. Its source text is what reaches the browser, so it must not use anything from outside its own body. */
  readonly attack: (final: { readonly x: number; readonly y: number }) => void;
}
