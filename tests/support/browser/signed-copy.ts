import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveFolder } from '../../../scripts/archive-folder.ts';
import { extensionIdOfKey } from '../../../scripts/policy/extension-id.ts';
import { copyBuild } from './copy-build.ts';

/** Matta signed with a key that is thrown away, as a company would sign a copy of its own. */
export interface SignedCopy {
  readonly id: string;
  /** The private key, as Chrome's own packing writes it. */
  readonly pem: string;
  /** The archive that browsers install. */
  readonly crx: Uint8Array;
}

/** Signs an unpacked extension. Its id is that of the new key. */
export async function signedCopy(dist: string): Promise<SignedCopy> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const key = der.toString('base64');
  const folder = await copyBuild(dist, 'matta-signed-');
  const file = join(folder, 'manifest.json');
  const manifest = { ...JSON.parse(await readFile(file, 'utf8')), key };
  await writeFile(file, JSON.stringify(manifest));
  const id = extensionIdOfKey(key);
  const crx = packed(Buffer.from(await archiveFolder(folder)), id, der, privateKey);
  return { id, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), crx };
}

/** Numbers of fields in `components/crx_file/crx3.proto`. */
const SHA256_WITH_RSA = 2;
const SIGNED_HEADER_DATA = 10_000;
const FIRST = 1;
const SECOND = 2;

/** The form of CRX3: a head, the signatures as a message of protocol buffers, the archive. */
function packed(zip: Buffer, id: string, publicKey: Buffer, privateKey: KeyObject): Uint8Array {
  const signedData = field(FIRST, bytesOfId(id));
  const covered = [Buffer.from('CRX3 SignedData\0'), uint32(signedData.length), signedData, zip];
  const signature = sign('sha256', Buffer.concat(covered), privateKey);
  const proof = Buffer.concat([field(FIRST, publicKey), field(SECOND, signature)]);
  const header = Buffer.concat([field(SHA256_WITH_RSA, proof), field(SIGNED_HEADER_DATA, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}

/** Sixteen bytes, of which each half is a letter from a to p. */
function bytesOfId(id: string): Buffer {
  const halves = [...id].map((letter) => letter.charCodeAt(0) - 'a'.charCodeAt(0));
  return Buffer.from(halves.map((half) => half.toString(16)).join(''), 'hex');
}

/** A field of bytes of a protocol buffer. */
function field(number: number, bytes: Buffer): Buffer {
  const ofBytes = 2;
  return Buffer.concat([varint(number * 8 + ofBytes), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
