import type { PassphraseStep } from '../domain/journal/policy-event.ts';
import type { Handlers } from '../messaging/serve.ts';
import type { LockNotes } from '../storage/lock-notes.ts';
import type { SettingsLock, TryResult } from '../storage/settings-lock.ts';
import type { SignedImports } from '../storage/signed-imports.ts';
import type { SignedPolicy } from '../storage/signed-policy.ts';

export interface PolicyAnswerPorts {
  readonly signed: SignedPolicy;
  readonly imports: SignedImports;
  readonly lock: SettingsLock;
  readonly lockNotes: LockNotes;
}

/** The worker's answer to every verb about signed rules and the passphrase. */
export function policyAnswers({ signed, imports, lock, lockNotes }: PolicyAnswerPorts) {
  return {
    signedFile: async () => {
      const { inForce, trusted, layer } = await signed.read();
      return { file: trusted?.file ?? null, isAltered: inForce === null && layer !== null };
    },
    importSigned: ({ file, confirmed }) => imports.take(file, confirmed),
    settingsLock: () => lock.state(),
    tryPassphrase: async ({ passphrase }) => {
      // Before anything is told of it: one that was put there past Matta would be taken for the one that the journal knows.
      await lockNotes.keep();
      const { lock: there } = await lock.state();
      const result = await lock.attempt(passphrase);
      if (there === 'set' && result !== 'wait') await lockNotes.tell(result === 'right' ? 'opened' : 'wrong');
      return { result };
    },
    changePassphrase: async ({ old, next }) => {
      await lockNotes.keep();
      const { lock: there } = await lock.state();
      const result = await lock.change(old, next);
      const step = stepOf(there === 'set', next !== null, result);
      if (step !== null) await lockNotes.tell(step);
      return { result };
    },
  } satisfies Partial<Handlers>;
}

/** Null: nothing has happened. */
function stepOf(hadOne: boolean, hasOne: boolean, result: TryResult): PassphraseStep | null {
  if (result === 'wait') return null;
  if (!hadOne) return result === 'right' && hasOne ? 'set' : null;
  if (result === 'wrong') return 'wrong';
  return hasOne ? 'changed' : 'removed';
}

export type PolicyAnswers = ReturnType<typeof policyAnswers>;
