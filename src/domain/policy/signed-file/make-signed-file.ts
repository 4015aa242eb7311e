import * as v from 'valibot';
import { canonicalText } from '../same-value.ts';
import { toBase64 } from './base64.ts';
import {
  type Envelope,
  LARGEST_SIGNED_FILE,
  payloadSchema,
  SIGNED_FILE_FORMAT,
  SIGNED_FILE_VERSION,
  type SignedPayload,
  signedBytes,
} from './signed-file.ts';
import { utf8 } from './utf8.ts';

/** The rules are so many that the file would be refused. */
export class SignedFileTooLarge extends Error {
  override readonly name = 'SignedFileTooLarge';
}

/** Signs some bytes; answers hex digits. */
export type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/**
 * The text of a signed file.
 * @throws v.ValiError for a payload that no reader would take, {@link SignedFileTooLarge}, and whatever `sign` throws
 */
export async function makeSignedFile(payload: SignedPayload, publicKey: string, sign: Sign): Promise<string> {
  const bytes = utf8(canonicalText(v.parse(payloadSchema, payload)));
  const envelope: Envelope = {
    format: SIGNED_FILE_FORMAT,
    version: SIGNED_FILE_VERSION,
    publicKey,
    signature: await sign(signedBytes(bytes)),
    payload: toBase64(bytes),
  };
  const text = `${JSON.stringify(envelope, null, 1)}\n`;
  if (utf8(text).length > LARGEST_SIGNED_FILE) throw new SignedFileTooLarge();
  return text;
}
