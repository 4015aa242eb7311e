import * as v from 'valibot';
import {
  companyNameSchema,
  companySchema,
  LARGEST_COUNTER,
} from '../../../domain/policy/signed-file/signed-file.ts';
import { newPassphraseWay, seal } from '../../../platform/passphrase.ts';
import { randomHex } from '../../../platform/random-hex.ts';
import { importPrivateKey, newCopiedSigningKey } from '../../../platform/signing.ts';
import { backupText } from './key-backup.ts';
import type { SigningPorts } from './signing-ports.ts';

const KEY = 'key';

const keySchema = v.object({
  publicKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  privateKey: v.instance(CryptoKey),
  company: companySchema,
  companyName: companyNameSchema,
  /** The highest counter of a file that was signed here; 0: none. */
  counter: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST_COUNTER)),
});
/** A supervisor's key on this computer. */
export type SupervisorKey = v.InferOutput<typeof keySchema>;

/** The key on this computer; null: there is none that can be used. */
export async function readKey({ keys }: Pick<SigningPorts, 'keys'>): Promise<SupervisorKey | null> {
  const parsed = v.safeParse(keySchema, await keys.get(KEY));
  return parsed.success ? parsed.output : null;
}

export function storeKey({ keys }: Pick<SigningPorts, 'keys'>, key: SupervisorKey): Promise<void> {
  return keys.put(KEY, key);
}

/** There is a key on this computer already, made in another window meanwhile; it is not replaced. */
export class KeyExists extends Error {
  override readonly name = 'KeyExists';
}

/**
 * Makes a key, saves its backup, and keeps it so that it cannot be read out any more.
 * @throws KeyExists, and v.ValiError for a name that is none
 */
export async function makeKey(
  companyName: string,
  passphrase: string,
  ports: SigningPorts,
): Promise<SupervisorKey> {
  const name = v.parse(companyNameSchema, companyName);
  if ((await readKey(ports)) !== null) throw new KeyExists();
  const { publicKey, secret } = await newCopiedSigningKey();
  const known = { publicKey, company: randomHex(), companyName: name, counter: 0 };
  const text = await backupText(known, (label) =>
    seal(secret, passphrase, label, newPassphraseWay(ports.rounds)),
  );
  const key = { ...known, privateKey: await importPrivateKey(secret) };
  // Kept before the file is offered: a backup of a key that is nowhere else would be worse than none.
  await storeKey(ports, key);
  ports.saveFile(`matta-key-${publicKey.slice(0, 8)}.json`, text);
  return key;
}
