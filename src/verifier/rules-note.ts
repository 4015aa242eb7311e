import type { Instant } from '../domain/clock.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { PassphraseStep, PolicyEvent } from '../domain/journal/policy-event.ts';

/** Whose rules are others: those of an administrator, of a supervisor who signs, or of somebody at the computer. */
export type ChangedBy = 'managed' | 'signed' | 'own';

/** Rules were changed, or something happened to the passphrase before the settings, at `when`; `at` is the number of the entry. */
export type RulesNote = { readonly at: number; readonly when: Instant; readonly by: ChangedBy } & (
  | { readonly kind: 'rules'; readonly event: PolicyEvent }
  | { readonly kind: 'passphrase'; readonly step: PassphraseStep }
);

/** What an entry tells of rules, if it does. */
export function rulesNoteOf({ seq, at: when, event }: Entry): readonly RulesNote[] {
  switch (event.kind) {
    case 'policy':
      return [{ kind: 'rules', at: seq, when, by: event.origin ?? 'managed', event }];
    case 'passphrase':
      return [{ kind: 'passphrase', at: seq, when, by: 'own', step: event.step }];
    default:
      return [];
  }
}
