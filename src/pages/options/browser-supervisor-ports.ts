import { keyFingerprint } from '../../domain/policy/signed-file/key-fingerprint.ts';
import { openSignedFile } from '../../domain/policy/signed-file/open-signed-file.ts';
import type { Ask } from '../../messaging/bus.ts';
import { protocol } from '../../messaging/protocol.ts';
import { sha256 } from '../../platform/digest.ts';
import { areSignedBy } from '../../platform/signing.ts';
import type { SupervisorPorts } from './supervisor-ports.ts';

/** The worker's and the browser's part in a supervisor's rules. */
export function browserSupervisorPorts(ask: Ask): SupervisorPorts {
  return {
    signedFile: () => ask('signedFile', {}, protocol.signedFile.answer),
    importSigned: (file, confirmed) => ask('importSigned', { file, confirmed }, protocol.importSigned.answer),
    settingsLock: () => ask('settingsLock', {}, protocol.settingsLock.answer),
    tryPassphrase: async (passphrase) =>
      (await ask('tryPassphrase', { passphrase }, protocol.tryPassphrase.answer)).result,
    changePassphrase: async (old, next) =>
      (await ask('changePassphrase', { old, next }, protocol.changePassphrase.answer)).result,
    openFile: (bytes) => openSignedFile(bytes, areSignedBy),
    fingerprint: async (publicKey) => keyFingerprint(await sha256(publicKey)),
  };
}
