import * as v from 'valibot';
import { instantSchema } from '../../unsend/sent-message.ts';
import { whole } from '../rule.ts';
import { utf8 } from './utf8.ts';

/** The form that this version writes and reads. */
export const SIGNED_FILE_VERSION = 1;
export const SIGNED_FILE_FORMAT = 'matta-signed-policy';

/** Largest file, in bytes. A policy with every list full is a quarter of it. */
export const LARGEST_SIGNED_FILE = 256 * 1024;

/** More files than this nobody signs. */
export const LARGEST_COUNTER = 999_999_999;

const hex = (digits: number) => v.pipe(v.string(), v.length(digits), v.regex(/^[0-9a-f]*$/));

/** What a signed file is wrapped in. `payload`: the bytes that are signed, as base64. */
export const envelopeSchema = v.strictObject({
  format: v.literal(SIGNED_FILE_FORMAT),
  version: v.literal(SIGNED_FILE_VERSION),
  payload: v.string(),
  /** Ed25519, 32 bytes as hex digits. */
  publicKey: hex(64),
  /** Ed25519 over {@link signedBytes}, 64 bytes as hex digits. */
  signature: hex(128),
});
export type Envelope = v.InferOutput<typeof envelopeSchema>;

/** The name of a company among others: made once with its key, and never shown for reading. */
export const companySchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,64}$/));
export const companyNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
export const counterSchema = whole(1, LARGEST_COUNTER);

const shared = {
  company: companySchema,
  companyName: companyNameSchema,
  /** Each file of a company has a higher one than the one before, so that an old file cannot come back. */
  counter: counterSchema,
  issuedAt: instantSchema,
  /** From then on the file cannot be imported any more; one that is in force stays, and a notice says so. */
  notAfter: instantSchema,
};

/** What is signed. `release`: the company gives the computer free, and no rule of its holds any more. */
export const payloadSchema = v.variant('kind', [
  v.strictObject({
    ...shared,
    kind: v.literal('policy'),
    /** A layer, as read-layer.ts reads it. */
    policy: v.record(v.string(), v.unknown()),
  }),
  v.strictObject({ ...shared, kind: v.literal('release') }),
]);
export type SignedPayload = v.InferOutput<typeof payloadSchema>;

/** Says what is signed, so that no signature made for anything else, such as an entry of the journal, fits a policy. */
const PURPOSE = utf8(`${SIGNED_FILE_FORMAT} ${SIGNED_FILE_VERSION}\n`);

/** The bytes over which the signature goes. */
export function signedBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PURPOSE.length + payload.length);
  bytes.set(PURPOSE);
  bytes.set(payload, PURPOSE.length);
  return bytes;
}
