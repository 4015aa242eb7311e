import type { Clock } from '../domain/clock.ts';
import type { JournalEvent } from '../domain/journal/entry.ts';
import type { RuleBook } from '../domain/policy/rules.ts';
import { LOCK_NOTED, LockNotes } from '../storage/lock-notes.ts';
import { OWN_NOTED, OwnNotes } from '../storage/own-notes.ts';
import { placesOf } from '../storage/policy-store.ts';
import { SETTINGS_LOCK, SettingsLock } from '../storage/settings-lock.ts';
import { SignedImports } from '../storage/signed-imports.ts';
import { SIGNED_POLICY, SignedPolicy } from '../storage/signed-policy.ts';
import type { StorageArea } from '../storage/storage-area.ts';
import { type PolicyAnswers, policyAnswers } from './policy-answers.ts';

/** Apart from what supervisors decide: where they decide nothing, nobody shall have to wait for a database before the rules are known. */
const NOTED_PLACE = 'matta-noted';

export interface SupervisorRulesPorts {
  readonly clock: Clock;
  /** Milliseconds since the worker's start, by a clock that nobody can set. */
  readonly sinceStart: () => number;
  /** `storage.local` */
  readonly local: StorageArea;
  readonly factory: IDBFactory;
  /** What an administrator recommends. */
  readonly defaults: () => Promise<RuleBook>;
  readonly note: (event: Extract<JournalEvent, { readonly kind: 'policy' | 'passphrase' }>) => Promise<void>;
}

/** What the worker does for supervisors: their signed rules, the passphrase before settings, and who changed what. */
export class SupervisorRules {
  readonly answers: PolicyAnswers;
  readonly #imports: SignedImports;
  readonly #own: OwnNotes;
  readonly #lockNotes: LockNotes;

  constructor({ clock, sinceStart, local, factory, defaults, note }: SupervisorRulesPorts) {
    const places = placesOf(local, factory, SIGNED_POLICY);
    const signed = new SignedPolicy(places, clock);
    const notedIn = (name: string) => placesOf(local, factory, name, NOTED_PLACE);
    const lockPlaces = placesOf(local, factory, SETTINGS_LOCK);
    const lock = new SettingsLock({ places: lockPlaces, sinceStart });
    this.#imports = new SignedImports({ policy: signed, places, clock, note });
    this.#own = new OwnNotes({ local, places: notedIn(OWN_NOTED), defaults, note });
    this.#lockNotes = new LockNotes({ lock: lockPlaces, places: notedIn(LOCK_NOTED), note });
    this.answers = policyAnswers({ signed, imports: this.#imports, lock, lockNotes: this.#lockNotes });
  }

  /** Mends what was damaged in one place, and tells the journal what it does not know. To be called at every start. */
  async keep(): Promise<void> {
    await Promise.all([this.#imports.keep(), this.#own.keep(), this.#lockNotes.keep()]);
  }

  /** To be called with every change of `storage.local`: tells the journal of changed settings. */
  hear(changes: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#own.hear(changes);
  }
}
