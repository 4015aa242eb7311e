import { waitLeft } from '../../../domain/broadcast/approval/approval.ts';
import {
  type Approver,
  approverNamed,
  PASSPHRASE_ROUNDS,
} from '../../../domain/broadcast/approval/approver.ts';
import { type Clock, SECOND } from '../../../domain/clock.ts';
import { approverKey } from '../../../platform/approver-key.ts';
import type { WrongTries } from '../../../storage/approval-tries.ts';
import { oneAfterAnother } from '../../../storage/one-after-another.ts';

/** Looks at names, passphrases and codes, one try after the other. Mistakes make everybody on this computer wait, also after a restart. */
export class ApproverDoor {
  readonly #tries: WrongTries;
  readonly #clock: Clock;
  readonly #inTurn = oneAfterAnother();

  constructor(tries: WrongTries, clock: Clock) {
    this.#tries = tries;
    this.#clock = clock;
  }

  /**
   * Has one try looked at, unless it comes too early.
   * @param look answers null for a mistake, which is counted; anything else ends the counting
   */
  try<T>(
    look: () => Promise<T | null>,
  ): Promise<T | { readonly waitSeconds: number; readonly isEarly: boolean }> {
    return this.#inTurn(async () => {
      const { count, lastAt } = await this.#tries.read();
      const left = waitLeft(count, lastAt, this.#clock.now());
      if (left > 0) return { waitSeconds: Math.ceil(left / SECOND), isEarly: true };
      const found = await look();
      const now = this.#clock.now();
      if (found !== null) {
        if (count > 0) await this.#tries.write({ count: 0, lastAt: now });
        return found;
      }
      await this.#tries.write({ count: count + 1, lastAt: now });
      return { waitSeconds: Math.ceil(waitLeft(count + 1, now, now) / SECOND), isEarly: false };
    });
  }
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
