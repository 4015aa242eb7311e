import type { Random } from './random.ts';

/**
 * Start of the counter inside LINE's message ids: 2014-10-09T05:08:24.000Z.
 * The bits above the low 24 count ticks of 10 ms since then; the low 24 are a sequence and a machine.
 */
const ID_EPOCH_MS = 1412831304000;
const TICK_MS = 10;
const LOW_BITS = 24n;

/** The 18-digit id of a message received at `sentAt` (epoch ms); `low` fills the low 24 bits. */
export function messageIdAt(sentAt: number, low: number): string {
  const ticks = Math.floor((sentAt - ID_EPOCH_MS) / TICK_MS);
  return ((BigInt(ticks) << LOW_BITS) | BigInt(low & 0xffffff)).toString();
}

/** When the message with this id was received, epoch ms, at a resolution of 10 ms. */
export function sentAtOf(id: string): number {
  return Number(BigInt(id) >> LOW_BITS) * TICK_MS + ID_EPOCH_MS;
}

/** Hands out ids that grow with time, also within one tick. */
export class MessageIds {
  readonly #random: Random;
  #tick = -1;
  #sequence = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A new id for a message received at `sentAt` (epoch ms). */
  next(sentAt: number): string {
    const tick = Math.floor(sentAt / TICK_MS);
    this.#sequence = tick === this.#tick ? (this.#sequence + 1) & 0xff : 0;
    this.#tick = tick;
    return messageIdAt(sentAt, (this.#sequence << 16) | this.#random.integer(0, 0xffff));
  }
}
