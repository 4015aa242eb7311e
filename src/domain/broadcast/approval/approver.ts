import * as v from 'valibot';

/** Most people who may approve. */
export const MOST_APPROVERS = 30;
/** Fewest characters of an approver's passphrase. */
export const PASSPHRASE_LETTERS = 8;
/** Rounds of PBKDF2-SHA-256 (OWASP's password storage cheat sheet, 2023). */
export const PASSPHRASE_ROUNDS = 600_000;

export const personSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/** What an approver's passphrase comes to, in hex digits. */
export const approverKeySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/**
 * Somebody who may approve. `key`: PBKDF2-SHA-256 of the own passphrase with `salt`, which proves the passphrase on the operator's
 * computer and signs spoken codes on the approver's. Whoever reads it can make codes: docs/decisions/0011-second-person.md.
 */
export const approverSchema = v.object({
  name: personSchema,
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  key: approverKeySchema,
});
export type Approver = v.InferOutput<typeof approverSchema>;

/** The same person, however the name was typed: width, capitals, blanks and marks make no difference. */
export function isSamePerson(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** The one of that name; null when there is none. */
export function approverNamed(approvers: readonly Approver[], name: string): Approver | null {
  return approvers.find((approver) => isSamePerson(approver.name, name)) ?? null;
}

/** What two spellings of a name have in common. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
}
