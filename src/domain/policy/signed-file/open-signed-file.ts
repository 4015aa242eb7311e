import * as v from 'valibot';
import { fromBase64 } from './base64.ts';
import type { ImportFault } from './import-faults.ts';
import {
  type Envelope,
  envelopeSchema,
  LARGEST_SIGNED_FILE,
  payloadSchema,
  SIGNED_FILE_FORMAT,
  SIGNED_FILE_VERSION,
  type SignedPayload,
  signedBytes,
} from './signed-file.ts';
import { readStrictJson } from './strict-json.ts';
import { readUtf8 } from './utf8.ts';

/** Whether the private half of a public key (hex digits) has signed some bytes. */
export type IsSigned = (
  publicKey: string,
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
) => Promise<boolean>;

/** A file whose signature is right. Whose key that is, is another question. */
export interface OpenedFile {
  readonly publicKey: string;
  /** Two files with the same one are the same. */
  readonly signature: string;
  readonly payload: SignedPayload;
  /** The exact text that was signed. */
  readonly payloadText: string;
}

export type Opening =
  | { readonly ok: true; readonly opened: OpenedFile }
  | { readonly ok: false; readonly why: ImportFault };

/** Opens a file: everything about it that does not depend on this computer. Never throws for what the bytes are. */
export async function openSignedFile(bytes: Uint8Array, isSigned: IsSigned): Promise<Opening> {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === 'string') return { ok: false, why: envelope };
  const { publicKey, signature } = envelope;
  const payloadBytes = fromBase64(envelope.payload);
  if (payloadBytes === null) return { ok: false, why: 'not-signed-policy' };
  if (!(await isSigned(publicKey, signedBytes(payloadBytes), signature))) {
    return { ok: false, why: 'bad-signature' };
  }
  const payloadText = readUtf8(payloadBytes);
  const payload = readPayload(payloadText);
  if (payloadText === null || typeof payload === 'string') {
    return { ok: false, why: typeof payload === 'string' ? payload : 'bad-content' };
  }
  return { ok: true, opened: { publicKey, signature, payload, payloadText } };
}

function readEnvelope(bytes: Uint8Array): Envelope | ImportFault {
  if (bytes.length > LARGEST_SIGNED_FILE) return 'too-large';
  const text = readUtf8(bytes);
  if (text === null) return 'not-utf8';
  const json = readStrictJson(text);
  if (!json.ok) return json.why;
  const parsed = v.safeParse(envelopeSchema, json.value);
  if (parsed.success) return parsed.output;
  return isNewer(json.value) ? 'newer-version' : 'not-signed-policy';
}

function isNewer(value: unknown): boolean {
  const newer = v.object({
    format: v.literal(SIGNED_FILE_FORMAT),
    version: v.pipe(v.number(), v.gtValue(SIGNED_FILE_VERSION)),
  });
  return v.is(newer, value);
}

function readPayload(text: string | null): SignedPayload | ImportFault {
  if (text === null) return 'bad-content';
  const json = readStrictJson(text);
  if (!json.ok) return json.why === 'not-json' ? 'bad-content' : json.why;
  const parsed = v.safeParse(payloadSchema, json.value);
  return parsed.success ? parsed.output : 'bad-content';
}
