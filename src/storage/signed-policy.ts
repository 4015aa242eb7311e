import * as v from 'valibot';
import type { Clock } from '../domain/clock.ts';
import { ruleChangesFields } from '../domain/journal/policy-event.ts';
import { type LayerProblem, wholeProblem } from '../domain/policy/layer-problem.ts';
import { type LayerValues, readLayer } from '../domain/policy/read-layer.ts';
import type { RuleBook } from '../domain/policy/rules.ts';
import { strictestOfAltered } from '../domain/policy/signed-file/altered-file.ts';
import { isOutOfDate } from '../domain/policy/signed-file/judge-signed-file.ts';
import {
  type OpenedFile,
  type Opening,
  openSignedFile,
} from '../domain/policy/signed-file/open-signed-file.ts';
import { utf8 } from '../domain/policy/signed-file/utf8.ts';
import { areSignedBy } from '../platform/signing.ts';
import type { BothPlaces, TwoPlaces } from './two-places.ts';

/** Under this name the last file is kept in both places. */
export const SIGNED_POLICY = 'signed-policy';

const keptSchema = v.object({
  /** The exact text of the file, with its signature. */
  file: v.string(),
  /** What the journal has to be told; null: it knows. */
  untold: v.nullable(
    v.object({
      before: v.nullable(v.string()),
      after: v.string(),
      keys: v.array(v.string()),
      ...ruleChangesFields,
    }),
  ),
});
/** What lies in each of the two places. */
export type KeptFile = v.InferOutput<typeof keptSchema>;

/** A file whose signature is right, as it is kept. */
export interface FileInForce extends KeptFile {
  readonly opened: OpenedFile;
}

/** What holds of the signed file. */
export interface SignedReading {
  /** Null: there is no file. */
  readonly layer: LayerValues | null;
  readonly problems: readonly LayerProblem[];
  /** Null: there is no file, or it was altered where it is kept. */
  readonly inForce: FileInForce | null;
  /** Whose next file is taken: that of the file in force, or of what the second place has beside an altered one. */
  readonly trusted: FileInForce | null;
}

/** The rules that a supervisor has signed, and by whose key this computer goes: decision 10. */
export class SignedPolicy {
  readonly #places: TwoPlaces;
  readonly #clock: Clock;

  /** @param places of the name {@link SIGNED_POLICY} */
  constructor(places: TwoPlaces, clock: Clock) {
    this.#places = places;
    this.#clock = clock;
  }

  /**
   * What holds now. The signature is checked each time: whoever can write into the storage cannot sign.
   * @param isPatient something is let go by it, which shall not be by a copy in the first place that the second does not bear out
   */
  async read(isPatient = false): Promise<SignedReading> {
    return this.#reading(await this.#places.read(isPatient));
  }

  /** The same, however long the second place takes: for whatever decides which file is taken or kept. @throws what they throw */
  async readWhole(): Promise<SignedReading> {
    return this.#reading(await this.#places.readBoth());
  }

  async #reading(both: BothPlaces): Promise<SignedReading> {
    if (both.first === undefined && both.second === undefined)
      return { layer: null, problems: [], inForce: null, trusted: null };
    const inForce = await fileInForce(both);
    if (inForce === null) return altered(both);
    const { values, problems } = readLayer(policyOf(inForce.opened), 'signed');
    const old = isOutOfDate(inForce.opened, this.#clock.now()) ? [wholeProblem('out-of-date')] : [];
    return { layer: values, problems: [...old, ...problems], inForce, trusted: inForce };
  }
}

/** The rules that a file says. */
export function rulesOf(opened: OpenedFile): RuleBook {
  return readLayer(policyOf(opened), 'signed').values;
}

/** Opens a file by its text. */
export async function openFileText(text: string): Promise<Opening> {
  try {
    return await openSignedFile(utf8(text), areSignedBy);
  } catch (error) {
    // Half a surrogate pair has no bytes.
    if (error instanceof URIError) return { ok: false, why: 'not-utf8' };
    throw error;
  }
}

/** Of two good files of one company the later one; null where none is good, or they are of two companies: one was put there. */
async function fileInForce({ first, second }: BothPlaces): Promise<FileInForce | null> {
  const [one, other] = await Promise.all([openKept(first), openKept(second)]);
  if (one === null || other === null) return one ?? other;
  const [a, b] = [one.opened, other.opened];
  if (a.publicKey !== b.publicKey || a.payload.company !== b.payload.company) return null;
  return a.payload.counter >= b.payload.counter ? one : other;
}

async function openKept(stored: unknown): Promise<FileInForce | null> {
  const parsed = v.safeParse(keptSchema, stored);
  if (!parsed.success) return null;
  const opening = await openFileText(parsed.output.file);
  if (!opening.ok || opening.opened.payload.kind === 'release') return null;
  return { ...parsed.output, opened: opening.opened };
}

/** Whoever writes into `storage.local` with the tools of a browser does not reach the second place as easily. */
async function altered({ first, second }: BothPlaces): Promise<SignedReading> {
  const there = [first, second].filter((stored) => stored !== undefined);
  const layer = strictestOfAltered(there.map((stored) => Object(stored).file));
  return { layer, problems: [wholeProblem('altered')], inForce: null, trusted: await openKept(second) };
}

function policyOf({ payload }: OpenedFile) {
  return payload.kind === 'policy' ? payload.policy : {};
}
