import type { Clock, Instant } from '../domain/clock.ts';
import { MANAGED_KEYS } from '../domain/policy/managed-policy.ts';
import { notedChanges } from '../domain/policy/noted-changes.ts';
import { policyChanges } from '../domain/policy/policy-changes.ts';
import { isSameValue } from '../domain/policy/same-value.ts';
import type { ImportFault } from '../domain/policy/signed-file/import-faults.ts';
import { type Judgement, judgeSignedFile, pinnedBy } from '../domain/policy/signed-file/judge-signed-file.ts';
import { isLastGroup, keyFingerprint } from '../domain/policy/signed-file/key-fingerprint.ts';
import type { OpenedFile } from '../domain/policy/signed-file/open-signed-file.ts';
import { sha256 } from '../platform/digest.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import type { NotePolicy } from './managed-policy.ts';
import {
  type FileInForce,
  openFileText,
  rulesOf,
  type SignedPolicy,
  type SignedReading,
} from './signed-policy.ts';
import type { TwoPlaces } from './two-places.ts';

/** `unconfirmed`: it is the first of this key, and nobody has compared the fingerprint. */
export type ImportResult =
  | { readonly result: 'taken' | 'released' | 'in-force' | 'unconfirmed' }
  | { readonly result: 'refused'; readonly why: ImportFault };

export interface ImportPorts {
  readonly policy: SignedPolicy;
  /** Where {@link policy} reads. */
  readonly places: TwoPlaces;
  readonly clock: Clock;
  readonly note: NotePolicy;
}

/** Takes signed files on this computer and tells the journal of them. For the worker alone. */
export class SignedImports {
  readonly #ports: ImportPorts;
  readonly #inTurn = oneAfterAnother();

  constructor(ports: ImportPorts) {
    this.#ports = ports;
  }

  /**
   * Takes a file, or says why not; then everything stays as it was.
   * @param confirmed the last group of the fingerprint, as somebody typed it who compared it; null: nobody did
   * @throws what the storage throws, and the journal; what that does not know it is told by the next {@link keep}
   */
  take(text: string, confirmed: string | null): Promise<ImportResult> {
    return this.#inTurn(async () => {
      const opening = await openFileText(text);
      if (!opening.ok) return { result: 'refused', why: opening.why };
      const { opened } = opening;
      const reading = await this.#ports.policy.readWhole();
      const { trusted } = reading;
      const judged = judgedBy(reading, opened, this.#ports.clock.now());
      if (judged.kind === 'refused') return { result: 'refused', why: judged.why };
      if (judged.kind === 'in-force') return { result: 'in-force' };
      if (judged.kind === 'release') return this.#remove(trusted);
      if (judged.kind === 'first' && !(await isCompared(opened, confirmed))) return { result: 'unconfirmed' };
      return this.#put(text, opened, trusted);
    });
  }

  /** Puts back what is missing or damaged in one of the places, and tells the journal what it does not know. For every start. */
  keep(): Promise<void> {
    return this.#inTurn(async () => {
      const { inForce } = await this.#ports.policy.readWhole();
      if (inForce === null) return;
      const { opened, file, untold } = inForce;
      const { first, second } = await this.#ports.places.readBoth();
      const isWhole = [first, second].every((kept) => isSameValue(Object(kept).file, file));
      if (!isWhole) {
        await this.#ports.places.write({ file, untold });
        const hash = await sha256(opened.payloadText);
        const kept = rulesSaid(opened);
        await this.#ports.note({ ...EVENT, before: hash, after: hash, keys: [], kept, changes: [] });
      }
      if (untold !== null) await this.#tell(file, untold);
    });
  }

  async #put(file: string, opened: OpenedFile, last: FileInForce | null): Promise<ImportResult> {
    const before = last === null ? NO_RULES : rulesOf(last.opened);
    const changes = policyChanges(before, rulesOf(opened), 'no-demand');
    const untold = {
      before: last === null ? null : await sha256(last.opened.payloadText),
      after: await sha256(opened.payloadText),
      keys: [...new Set(changes.map(({ key }) => key))],
      ...notedChanges(changes),
    };
    // Before the journal is asked: what is fixed must hold also where it cannot be written down.
    await this.#ports.places.write({ file, untold });
    await this.#tell(file, untold);
    return { result: 'taken' };
  }

  async #tell(file: string, untold: NonNullable<FileInForce['untold']>): Promise<void> {
    await this.#ports.note({ ...EVENT, ...untold, kept: [] });
    await this.#ports.places.write({ file, untold: null });
  }

  async #remove(last: FileInForce | null): Promise<ImportResult> {
    const before = last === null ? null : await sha256(last.opened.payloadText);
    // The journal first: what it cannot take is not given free.
    await this.#ports.note({
      ...EVENT,
      before,
      after: null,
      keys: last === null ? [] : rulesSaid(last.opened),
      kept: [],
      ...notedChanges(last === null ? [] : policyChanges(rulesOf(last.opened), NO_RULES, 'no-demand')),
    });
    await this.#ports.places.remove();
    return { result: 'released' };
  }
}

const EVENT = { kind: 'policy', origin: 'signed' } as const;
const NO_RULES = { rules: {}, accounts: {} } as const;

function judgedBy({ layer, inForce, trusted }: SignedReading, opened: OpenedFile, now: Instant): Judgement {
  // There are rules, and nobody knows any more whose: whatever is taken now could be anybody's.
  if (layer !== null && trusted === null) return { kind: 'refused', why: 'altered' };
  const judged = judgeSignedFile(opened, trusted === null ? null : pinnedBy(trusted.opened), now);
  // Beside an altered one it is not in force, and mends it.
  return judged.kind === 'in-force' && inForce === null ? { kind: 'next' } : judged;
}

async function isCompared({ publicKey }: OpenedFile, confirmed: string | null): Promise<boolean> {
  return confirmed !== null && isLastGroup(confirmed, keyFingerprint(await sha256(publicKey)));
}

/** The names of the rules that a file says, as a managed policy would call them. */
function rulesSaid(opened: OpenedFile): string[] {
  const { rules, accounts } = rulesOf(opened);
  const said = new Set([...Object.keys(rules), ...(Object.keys(accounts).length > 0 ? ['accounts'] : [])]);
  return MANAGED_KEYS.filter((key) => said.has(key));
}
