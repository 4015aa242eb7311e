const GROUPS = 6;
const DIGITS = 4;

/**
 * The short form of a public key, for comparing over the phone: groups of four digits, which are read the same in every language.
 * Eighty bits: nobody finds a second key with the same ones.
 * @param hash SHA-256 of the key's hex digits, as hex digits
 */
export function keyFingerprint(hash: string): readonly string[] {
  const digits = (BigInt(`0x${hash}`) % 10n ** BigInt(GROUPS * DIGITS)).toString();
  return digits.padStart(GROUPS * DIGITS, '0').match(/.{4}/g) ?? [];
}

/** True when somebody typed the group that the fingerprint ends with, blanks and wide digits aside. */
export function isLastGroup(typed: string, fingerprint: readonly string[]): boolean {
  return typed.normalize('NFKC').trim() === fingerprint.at(-1);
}
