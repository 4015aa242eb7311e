import { waitOf } from '../../../domain/broadcast/approval/approval.ts';
import {
  type Approver,
  approverNamed,
  foldName,
  PASSPHRASE_ROUNDS,
} from '../../../domain/broadcast/approval/approver.ts';
import { SECOND } from '../../../domain/clock.ts';
import { approverKey } from '../../../platform/approver-key.ts';
import { oneAfterAnother } from '../../../platform/one-after-another.ts';
import type { WrongTries } from '../../../storage/approval-tries.ts';

/** What a try is counted as: that of a code, of a registered name, or of a name that nobody has. */
export type TryOf = 'code' | 'unknown' | `name:${string}`;

interface DoorPorts {
  readonly tries: WrongTries;
  /** Milliseconds since this worker has started, by a clock that nobody can set. */
  readonly sinceStart: () => number;
}

/**
 * Looks at names, passphrases and codes, one try after the other. The wait after mistakes counts only while this worker lives: no
 * clock that somebody can set makes it shorter, and a restart begins it anew.
 */
export class ApproverDoor {
  readonly #ports: DoorPorts;
  readonly #inTurn = oneAfterAnother();
  /** From when the wait of each counts; from the worker's start where nothing is said. */
  readonly #since = new Map<TryOf, number>();

  constructor(ports: DoorPorts) {
    this.#ports = ports;
  }

  /**
   * Has one try looked at, unless it comes too early.
   * @param look answers null for a mistake, which is counted
   * @param isRight what ends the counting; anything else that is no mistake leaves it as it is
   */
  try<T>(
    of: TryOf,
    look: () => Promise<T | null>,
    isRight: (found: T) => boolean = () => true,
  ): Promise<T | { readonly waitSeconds: number; readonly isEarly: boolean }> {
    const { tries, sinceStart } = this.#ports;
    return this.#inTurn(async () => {
      const count = await tries.read(of);
      const left = waitOf(count) - (sinceStart() - (this.#since.get(of) ?? 0));
      if (left > 0) return { waitSeconds: Math.ceil(left / SECOND), isEarly: true };
      // Counted before it is looked at: who stops the worker meanwhile has used a try all the same.
      await tries.write(of, count + 1);
      const found = await look();
      this.#since.set(of, sinceStart());
      if (found === null) return { waitSeconds: Math.ceil(waitOf(count + 1) / SECOND), isEarly: false };
      await tries.write(of, isRight(found) ? 0 : count);
      return found;
    });
  }
}

/** Whose passphrase is tried. */
export function tryOf(approvers: readonly Approver[], name: string): TryOf {
  const known = approverNamed(approvers, name);
  return known === null ? 'unknown' : `name:${foldName(known.name)}`;
}

/** The approver of that name and passphrase; null when there is none. An unknown name takes as long as a wrong passphrase. */
export async function approverBy(
  approvers: readonly Approver[],
  name: string,
  passphrase: string,
): Promise<Approver | null> {
  const known = approverNamed(approvers, name);
  const key = await approverKey(passphrase, known?.salt ?? '00'.repeat(16), PASSPHRASE_ROUNDS);
  return known !== null && known.key === key ? known : null;
}
