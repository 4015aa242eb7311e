import { type Approver, PASSPHRASE_ROUNDS } from '../../src/domain/broadcast/approval/approver.ts';
import { approverKey } from '../../src/platform/approver-key.ts';
import { randomHex } from '../../src/platform/random-hex.ts';

/** Somebody who may approve, with this passphrase. */
export async function approverOf(name: string, passphrase: string): Promise<Approver> {
  const salt = randomHex();
  return { name, salt, key: await approverKey(passphrase, salt, PASSPHRASE_ROUNDS) };
}
