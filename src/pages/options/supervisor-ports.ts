import type { Opening } from '../../domain/policy/signed-file/open-signed-file.ts';
import type { AnswerOf } from '../../messaging/protocol.ts';

export type SignedFile = AnswerOf<'signedFile'>;
export type ImportAnswer = AnswerOf<'importSigned'>;
export type LockAnswer = AnswerOf<'settingsLock'>;
export type TryAnswer = AnswerOf<'tryPassphrase'>['result'];

/** What the options page needs for a supervisor's signed rules and passphrase. */
export interface SupervisorPorts {
  readonly signedFile: () => Promise<SignedFile>;
  readonly importSigned: (file: string, confirmed: string | null) => Promise<ImportAnswer>;
  readonly settingsLock: () => Promise<LockAnswer>;
  readonly tryPassphrase: (passphrase: string) => Promise<TryAnswer>;
  readonly changePassphrase: (old: string | null, next: string | null) => Promise<TryAnswer>;
  /** Opens a file and checks its signature. */
  readonly openFile: (bytes: Uint8Array) => Promise<Opening>;
  /** The groups of digits by which people compare a public key. */
  readonly fingerprint: (publicKey: string) => Promise<readonly string[]>;
}
