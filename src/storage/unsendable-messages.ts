import type { Instant } from '../domain/clock.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type WindowGroup, windowGroups, windowsFingerprint } from '../domain/unsend/window-groups.ts';
import { StoreUnavailable } from './database-fault.ts';
import type { DatabaseKeeper } from './database-keeper.ts';
import { applyPatch, combinePatches, messageKey } from './message-patch.ts';
import { MIRROR_SIZE, type Mirror, type MirrorContent } from './mirror.ts';
import { readFrom, readPatched } from './sent-message-records.ts';
import type { SentMessagesSchema } from './sent-messages-schema.ts';
import type { Unsaved } from './unsaved.ts';
import { readUrgent, type UrgentMessage, urgentAmong } from './urgent-messages.ts';

export interface UnsendablePorts {
  readonly keeper: DatabaseKeeper<SentMessagesSchema>;
  readonly mirror: Mirror;
  readonly unsaved: Unsaved;
  /** The corrected time; null while this computer's clock cannot be trusted: then nothing is promised. */
  readonly readNow: () => Promise<Instant | null>;
  readonly readPolicy: () => Promise<Policy>;
  /** Told when the mirror could not be refreshed: answers stay right, but become slower. */
  readonly report: (error: unknown) => void;
}

/** Which messages can still be unsent, as far as is surely known: from the mirror where it suffices, or the database. */
export class UnsendableMessages {
  readonly #ports: UnsendablePorts;

  constructor(ports: UnsendablePorts) {
    this.#ports = ports;
  }

  /** The first `limit` by deadline, over all accounts. Without a database: what is known without it. */
  async mostUrgent(limit: number): Promise<readonly UrgentMessage[]> {
    const known = await this.#fromMirror();
    if (known === null) return [];
    const { groups, now, mirrored, complete } = known;
    if (complete || mirrored.length >= limit) return mirrored.slice(0, limit);
    const read = await this.#fromDatabase(groups, now, limit);
    this.refreshMirror();
    return read;
  }

  /** How many there are. Reads all of them when they are more than the mirror holds. */
  async count(): Promise<number> {
    const known = await this.#fromMirror();
    if (known === null) return 0;
    const { groups, now, mirrored, complete } = known;
    if (complete) return mirrored.length;
    return (await this.#fromDatabase(groups, now, Number.POSITIVE_INFINITY)).length;
  }

  /** Starts to write the mirror anew; to be called after every change. */
  refreshMirror(): void {
    this.#ports.mirror.refresh(() => this.#mirrorContent()).catch(this.#ports.report);
  }

  async #fromMirror(): Promise<{
    readonly groups: readonly WindowGroup[];
    readonly now: Instant;
    readonly mirrored: readonly UrgentMessage[];
    readonly complete: boolean;
  } | null> {
    const { readNow, readPolicy, mirror: stored } = this.#ports;
    const [now, policy, mirror] = await Promise.all([readNow(), readPolicy(), stored.read()]);
    if (now === null) return null;
    const groups = windowGroups(policy, now);
    // Other windows mean another order, and a clock set back revives what was left out as over.
    const usable =
      mirror !== null && mirror.windows === windowsFingerprint(policy, now) && mirror.madeAt <= now;
    if (!usable) return { groups, now, mirrored: [], complete: false };
    return { groups, now, mirrored: urgentAmong(mirror.messages, groups, now), complete: mirror.complete };
  }

  /** Null while no time is certain: what seems to be over then may not be. */
  async #mirrorContent(): Promise<MirrorContent | null> {
    const [now, policy] = await Promise.all([this.#ports.readNow(), this.#ports.readPolicy()]);
    if (now === null) return null;
    // One more than fits, to learn whether these are all.
    const urgent = await this.#fromDatabase(windowGroups(policy, now), now, MIRROR_SIZE + 1);
    return {
      windows: windowsFingerprint(policy, now),
      madeAt: now,
      complete: urgent.length <= MIRROR_SIZE,
      messages: urgent.slice(0, MIRROR_SIZE).map(({ message }) => message),
    };
  }

  async #fromDatabase(
    groups: readonly WindowGroup[],
    now: Instant,
    limit: number,
  ): Promise<readonly UrgentMessage[]> {
    const patches = (await this.#ports.unsaved.read())?.patches ?? [];
    try {
      return await this.#ports.keeper.run(async (database) => {
        const stored = await readUrgent(readFrom(database), groups, now, limit + patches.length);
        if (patches.length === 0) return stored;
        const patched = new Set(patches.map(messageKey));
        const others = stored.map(({ message }) => message).filter((one) => !patched.has(messageKey(one)));
        const all = [...others, ...(await readPatched(database, patches))];
        return urgentAmong(all, groups, now).slice(0, limit);
      });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return (await this.#withoutDatabase(groups, now)).slice(0, limit);
    }
  }

  async #withoutDatabase(groups: readonly WindowGroup[], now: Instant): Promise<readonly UrgentMessage[]> {
    const known = new Map((await this.#ports.mirror.readStale()).map((one) => [messageKey(one), one]));
    const patches = (await this.#ports.unsaved.read())?.patches ?? [];
    for (const [key, patch] of combinePatches(patches)) {
      const patched = applyPatch(known.get(key), patch);
      if (patched !== undefined) known.set(key, patched);
    }
    return urgentAmong(known.values(), groups, now);
  }
}
