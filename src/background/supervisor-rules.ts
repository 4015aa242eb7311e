import type { Clock } from '../domain/clock.ts';
import type { NotePolicy } from '../storage/managed-policy.ts';
import { placesOf } from '../storage/policy-store.ts';
import { SETTINGS_LOCK, SettingsLock } from '../storage/settings-lock.ts';
import { SignedImports } from '../storage/signed-imports.ts';
import { SIGNED_POLICY, SignedPolicy } from '../storage/signed-policy.ts';
import type { StorageArea } from '../storage/storage-area.ts';
import { type PolicyAnswers, policyAnswers } from './policy-answers.ts';

export interface SupervisorRulesPorts {
  readonly clock: Clock;
  /** Milliseconds since the worker's start, by a clock that nobody can set. */
  readonly sinceStart: () => number;
  /** `storage.local` */
  readonly local: StorageArea;
  readonly factory: IDBFactory;
  readonly note: NotePolicy;
}

/** What the worker does for supervisors: their signed rules, and the passphrase before settings. */
export class SupervisorRules {
  readonly answers: PolicyAnswers;
  readonly #imports: SignedImports;

  constructor({ clock, sinceStart, local, factory, note }: SupervisorRulesPorts) {
    const places = placesOf(local, factory, SIGNED_POLICY);
    const signed = new SignedPolicy(places, clock);
    const lock = new SettingsLock({ places: placesOf(local, factory, SETTINGS_LOCK), sinceStart });
    this.#imports = new SignedImports({ policy: signed, places, clock, note });
    this.answers = policyAnswers({ signed, imports: this.#imports, lock });
  }

  /** Mends what was damaged in one place, and tells the journal what it does not know. To be called at every start. */
  keep(): Promise<void> {
    return this.#imports.keep();
  }
}
