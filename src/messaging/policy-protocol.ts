/** The messages about a supervisor's signed rules and passphrase: a part of `protocol.ts`. */
import * as v from 'valibot';
import { IMPORT_FAULTS } from '../domain/policy/signed-file/import-faults.ts';

const passphrase = v.pipe(v.string(), v.maxLength(200));

/** What a try of a passphrase came to; `wait`: it was not looked at. */
export const tryResultSchema = v.picklist(['right', 'wrong', 'wait']);

const importResultSchema = v.variant('result', [
  v.object({ result: v.picklist(['taken', 'released', 'in-force', 'unconfirmed']) }),
  v.object({ result: v.literal('refused'), why: v.picklist(IMPORT_FAULTS) }),
]);

export const policyVerbs = {
  /** The exact text of the signed file in force, or if that was altered, of the one that says whose the next has to be. */
  signedFile: {
    from: ['page'],
    request: v.object({}),
    answer: v.object({ file: v.nullable(v.string()), isAltered: v.boolean() }),
  },
  /** Takes a signed file. `confirmed`: the last group of the fingerprint, as somebody typed it who compared it. */
  importSigned: {
    from: ['page'],
    request: v.object({
      file: v.string(),
      confirmed: v.nullable(v.pipe(v.string(), v.maxLength(40))),
    }),
    answer: importResultSchema,
  },
  /** Whether a passphrase lies before changes of settings, and how long the next try has to wait. */
  settingsLock: {
    from: ['page'],
    request: v.object({}),
    answer: v.object({
      lock: v.picklist(['none', 'set', 'damaged']),
      waitMs: v.pipe(v.number(), v.minValue(0)),
    }),
  },
  tryPassphrase: {
    from: ['page'],
    request: v.object({ passphrase }),
    answer: v.object({ result: tryResultSchema }),
  },
  /** Sets the passphrase (`old` null), changes it, or removes it (`next` null). */
  changePassphrase: {
    from: ['page'],
    request: v.object({
      old: v.nullable(passphrase),
      next: v.nullable(v.pipe(passphrase, v.minLength(8))),
    }),
    answer: v.object({ result: tryResultSchema }),
  },
} as const;
