import { vi } from 'vitest';
import { keyFingerprint } from '../../../src/domain/policy/signed-file/key-fingerprint.ts';
import { openSignedFile } from '../../../src/domain/policy/signed-file/open-signed-file.ts';
import type { SupervisorPorts } from '../../../src/pages/options/supervisor-ports.ts';
import { sha256 } from '../../../src/platform/digest.ts';
import { areSignedBy } from '../../../src/platform/signing.ts';

/** A computer without signed rules and without a passphrase; tests change what they are about. */
export function fakeSignedRulesPorts(changed: Partial<SupervisorPorts> = {}) {
  return {
    signedFile: vi.fn<SupervisorPorts['signedFile']>(async () => ({ file: null, isAltered: false })),
    importSigned: vi.fn<SupervisorPorts['importSigned']>(async () => ({ result: 'taken' })),
    settingsLock: vi.fn<SupervisorPorts['settingsLock']>(async () => ({
      lock: 'none',
      waitMs: 0,
    })),
    tryPassphrase: vi.fn<SupervisorPorts['tryPassphrase']>(async () => 'wrong'),
    changePassphrase: vi.fn<SupervisorPorts['changePassphrase']>(async () => 'right'),
    openFile: (bytes) => openSignedFile(bytes, areSignedBy),
    fingerprint: async (publicKey) => keyFingerprint(await sha256(publicKey)),
    ...changed,
  } satisfies SupervisorPorts;
}
