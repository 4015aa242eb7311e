import * as v from 'valibot';
import { canonicalText } from '../../../domain/policy/same-value.ts';
import { companyNameSchema, companySchema } from '../../../domain/policy/signed-file/signed-file.ts';
import { readStrictJson } from '../../../domain/policy/signed-file/strict-json.ts';
import { readUtf8, utf8 } from '../../../domain/policy/signed-file/utf8.ts';
import { type Sealed, unseal } from '../../../platform/passphrase.ts';
import { areSignedBy, importPrivateKey, signBytes } from '../../../platform/signing.ts';
import type { ChosenFile } from '../../file-choice.tsx';
import type { SupervisorKey } from './signing-key.ts';

/** Larger files are no backups. */
const LARGEST = 16 * 1024;

const hex = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})*$/), v.minLength(least), v.maxLength(most));
const knownSchema = v.strictObject({
  publicKey: hex(64, 64),
  company: companySchema,
  companyName: companyNameSchema,
  counter: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
type Known = v.InferOutput<typeof knownSchema>;

const backupSchema = v.strictObject({
  format: v.literal('matta-signing-key'),
  version: v.literal(1),
  /** What is known openly, as the exact text that is sealed together with the key. */
  label: v.pipe(v.string(), v.maxLength(1_000)),
  salt: hex(32, 32),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  iv: hex(24, 24),
  sealed: hex(2, 1_000),
});

/** The text of a backup file. @param sealSecret seals the private half together with a label */
export async function backupText(
  known: Known,
  sealSecret: (label: string) => Promise<Sealed>,
): Promise<string> {
  const label = canonicalText(known);
  const sealed = await sealSecret(label);
  return `${JSON.stringify({ format: 'matta-signing-key', version: 1, label, ...sealed }, null, 1)}\n`;
}

/** `no-backup`: it is none. `wrong`: not its passphrase, or somebody changed it: that looks the same. */
export type BackupAnswer =
  | { readonly ok: true; readonly key: SupervisorKey }
  | { readonly ok: false; readonly why: 'no-backup' | 'wrong' };

/** Reads a backup. What comes out has signed something before it is believed. */
export async function openBackup(chosen: ChosenFile, passphrase: string): Promise<BackupAnswer> {
  const backup = chosen.size > LARGEST ? null : readBackup(new Uint8Array(await chosen.arrayBuffer()));
  const known = backup === null ? null : readKnown(backup.label);
  if (backup === null || known === null) return { ok: false, why: 'no-backup' };
  const secret = await unseal(backup, passphrase, backup.label);
  if (secret === null) return { ok: false, why: 'wrong' };
  const privateKey = await importPrivateKey(secret);
  const sample = utf8(backup.label);
  const isRight = await areSignedBy(known.publicKey, sample, await signBytes(privateKey, sample));
  return isRight ? { ok: true, key: { ...known, privateKey } } : { ok: false, why: 'wrong' };
}

function readBackup(bytes: Uint8Array): v.InferOutput<typeof backupSchema> | null {
  const json = readStrictJson(readUtf8(bytes) ?? '');
  const parsed = v.safeParse(backupSchema, json.ok ? json.value : null);
  return parsed.success ? parsed.output : null;
}

function readKnown(label: string): Known | null {
  const json = readStrictJson(label);
  const parsed = v.safeParse(knownSchema, json.ok ? json.value : null);
  return parsed.success ? parsed.output : null;
}
