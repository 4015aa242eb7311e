import { toBase64 } from '../../src/domain/policy/signed-file/base64.ts';
import { keyFingerprint } from '../../src/domain/policy/signed-file/key-fingerprint.ts';
import { makeSignedFile } from '../../src/domain/policy/signed-file/make-signed-file.ts';
import {
  SIGNED_FILE_FORMAT,
  type SignedPayload,
  signedBytes,
} from '../../src/domain/policy/signed-file/signed-file.ts';
import { utf8 } from '../../src/domain/policy/signed-file/utf8.ts';
import { sha256 } from '../../src/platform/digest.ts';
import { newSigningKey, type SigningKey, signBytes } from '../../src/platform/signing.ts';
import { TEN_O_CLOCK } from './sent-messages.ts';

const DAY = 86_400_000;

/** A supervisor's key, and what is signed with it. */
export interface Signer {
  readonly key: SigningKey;
  /** The group that an operator compares. */
  readonly lastGroup: string;
  /** A file of these rules. */
  file(policy: object, change?: Partial<SignedPayload>): Promise<string>;
  release(change?: Partial<SignedPayload>): Promise<string>;
  /** A file whose signed part is exactly this text. */
  around(payloadText: string, envelope?: object): Promise<string>;
}

export async function newSigner(company = 'komugi'): Promise<Signer> {
  const key = await newSigningKey();
  if (key === null) throw new TypeError('no Ed25519 here');
  const base = {
    company,
    companyName: 'パン屋こむぎ',
    counter: 1,
    issuedAt: TEN_O_CLOCK,
    notAfter: TEN_O_CLOCK + 30 * DAY,
  };
  const sign = (bytes: Uint8Array<ArrayBuffer>) => signBytes(key.privateKey, bytes);
  const make = (payload: object) => makeSignedFile(payload as SignedPayload, key.publicKey, sign);
  return {
    key,
    lastGroup: keyFingerprint(await sha256(key.publicKey)).at(-1) ?? '',
    file: (policy, change = {}) => make({ ...base, kind: 'policy', policy, ...change }),
    release: (change = {}) => make({ ...base, kind: 'release', ...change }),
    around: async (payloadText, envelope = {}) => {
      const bytes = utf8(payloadText);
      const signature = await sign(signedBytes(bytes));
      const { publicKey } = key;
      const whole = {
        format: SIGNED_FILE_FORMAT,
        version: 1,
        publicKey,
        signature,
        payload: toBase64(bytes),
      };
      return JSON.stringify({ ...whole, ...envelope });
    },
  };
}
