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
      const { inForce, layer } = await signed.read();
      return { file: inForce?.file ?? null, isAltered: inForce === null && layer !== null };
    },
    importSigned: ({ file, confirmed }) => imports.take(file, confirmed),
    releaseSigned: async ({ passphrase }) => {
      const { mayRelease } = await lock.state();
      if (!mayRelease) return { result: 'denied' };
      const result = await lock.attempt(passphrase);
      if (result !== 'right') return { result };
      await imports.release();
      return { result: 'released' };
    },
    settingsLock: () => lock.state(),
    tryPassphrase: async ({ passphrase }) => ({ result: await lock.attempt(passphrase) }),
    changePassphrase: async ({ old, next }) => {
      // Somebody who is bound by signed rules already could otherwise remove them by a passphrase of their own.
      const { layer } = await signed.read();
      return { result: await lock.change(old, next, layer === null) };
    },
  } satisfies Partial<Handlers>;
}

export type PolicyAnswers = ReturnType<typeof policyAnswers>;
