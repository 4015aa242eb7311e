import type { Handlers } from '../messaging/serve.ts';
import type { SettingsLock } from '../storage/settings-lock.ts';
import type { SignedImports } from '../storage/signed-imports.ts';
import type { SignedPolicy } from '../storage/signed-policy.ts';

export interface PolicyAnswerPorts {
  readonly signed: SignedPolicy;
  readonly imports: SignedImports;
  readonly lock: SettingsLock;
}

/** The worker's answer to every verb about signed rules and the passphrase. */
export function policyAnswers({ signed, imports, lock }: PolicyAnswerPorts) {
  return {
    signedFile: async () => {
      const { inForce, trusted, layer } = await signed.read();
      return { file: trusted?.file ?? null, isAltered: inForce === null && layer !== null };
    },
    importSigned: ({ file, confirmed }) => imports.take(file, confirmed),
    settingsLock: () => lock.state(),
    tryPassphrase: async ({ passphrase }) => ({ result: await lock.attempt(passphrase) }),
    changePassphrase: async ({ old, next }) => ({ result: await lock.change(old, next) }),
  } satisfies Partial<Handlers>;
}

export type PolicyAnswers = ReturnType<typeof policyAnswers>;
