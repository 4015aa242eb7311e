import { DAY, type Instant } from '../../clock.ts';
import type { ImportFault } from './import-faults.ts';
import type { OpenedFile } from './open-signed-file.ts';

/** What this computer goes by: the key that it was shown first, and the file in force. */
export interface Pinned {
  readonly publicKey: string;
  readonly company: string;
  readonly counter: number;
  readonly signature: string;
}

/** `first`: nobody has been trusted so far, so that somebody has to compare the key's fingerprint. */
export type Judgement =
  | { readonly kind: 'first' | 'next' | 'release' | 'in-force' }
  | { readonly kind: 'refused'; readonly why: ImportFault };

/** Clocks of two computers differ, and files travel; a day is more than either. */
const FUTURE_MS = DAY;

/** What becomes of an opened file on a computer. @param pinned null: no file has been taken so far */
export function judgeSignedFile(file: OpenedFile, pinned: Pinned | null, now: Instant): Judgement {
  if (pinned !== null && file.publicKey !== pinned.publicKey) return refused('other-key');
  if (pinned?.signature === file.signature) return { kind: 'in-force' };
  const why = (pinned === null ? null : againstPinned(file, pinned)) ?? againstClock(file, now);
  if (why !== null) return refused(why);
  if (file.payload.kind === 'release') {
    return pinned === null ? refused('nothing-to-release') : { kind: 'release' };
  }
  return { kind: pinned === null ? 'first' : 'next' };
}

/** True when a policy that stays in force should have been replaced by now. */
export function isOutOfDate({ payload }: OpenedFile, now: Instant): boolean {
  return now > payload.notAfter;
}

/** What a computer goes by once it has taken a file. */
export function pinnedBy({ publicKey, signature, payload }: OpenedFile): Pinned {
  return { publicKey, signature, company: payload.company, counter: payload.counter };
}

function againstPinned({ payload }: OpenedFile, pinned: Pinned): ImportFault | null {
  if (payload.company !== pinned.company) return 'other-company';
  if (payload.counter === pinned.counter) return 'counter-used';
  return payload.counter < pinned.counter ? 'counter-behind' : null;
}

function againstClock(file: OpenedFile, now: Instant): ImportFault | null {
  if (file.payload.issuedAt > now + FUTURE_MS) return 'from-future';
  return isOutOfDate(file, now) ? 'expired' : null;
}

function refused(why: ImportFault): Judgement {
  return { kind: 'refused', why };
}
