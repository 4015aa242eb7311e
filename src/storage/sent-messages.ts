import { type Clock, DAY, HOUR, type Instant } from '../domain/clock.ts';
import type { StoreState } from '../domain/store-state.ts';
import type { AccountId, MessageId } from '../domain/unsend/identity.ts';
import type { SeenMessage, StoredMessage } from '../domain/unsend/sent-message.ts';
import { oneAfterAnother } from '../platform/one-after-another.ts';
import { databaseFault, StoreUnavailable } from './database-fault.ts';
import type { DatabaseKeeper } from './database-keeper.ts';
import { readExportPage } from './export-page.ts';
import { type AddToCommit, groupCommit } from './group-commit.ts';
import {
  combinePatches,
  isInRoom,
  type MessagePatch,
  type Room,
  seenPatch,
  unsentPatch,
} from './message-patch.ts';
import { Mirror } from './mirror.ts';
import {
  countByAccount,
  DELETE_SLICE,
  deleteBefore,
  deleteOfAccount,
  deleteTimedById,
  isTimedById,
  readConversation,
  readPatched,
  writePatches,
} from './sent-message-records.ts';
import type { SentMessageKey, SentMessagesDatabase, SentMessagesSchema } from './sent-messages-schema.ts';
import type { StorageArea } from './storage-area.ts';
import { Unsaved } from './unsaved.ts';
import { UnsendableMessages, type UnsendablePorts } from './unsendable-messages.ts';

export interface SentMessagesPorts extends Omit<UnsendablePorts, 'mirror' | 'unsaved'> {
  readonly keeper: DatabaseKeeper<SentMessagesSchema>;
  readonly clock: Clock;
  /** `storage.session` */
  readonly session: StorageArea;
}

/** No window is longer than a day; the hour is for clocks. What is older goes first when there is no room. */
const SURELY_OVER_MS = DAY + HOUR;

/**
 * The store of sent messages. Nothing true lives only in it: it may be dropped at any moment and made anew over the same
 * database and storage. Reading throws {@link StoreUnavailable} when the browser gives no database.
 */
export class SentMessages {
  /** Which of them can still be unsent. */
  readonly unsendable: UnsendableMessages;
  readonly #ports: SentMessagesPorts;
  readonly #mirror: Mirror;
  readonly #unsaved: Unsaved;
  /** Whoever reads and rewrites what is unsaved: two at once would bring back what one of them has removed. */
  readonly #inTurn = oneAfterAnother();
  readonly #commit: AddToCommit<readonly MessagePatch[]>;

  constructor(ports: SentMessagesPorts) {
    this.#ports = ports;
    this.#mirror = new Mirror(ports.session);
    this.#unsaved = new Unsaved(ports.session);
    this.unsendable = new UnsendableMessages({ ...ports, mirror: this.#mirror, unsaved: this.#unsaved });
    this.#commit = groupCommit((batch) => this.#inTurn(() => this.#save(batch.flat())));
  }

  /**
   * Remembers messages; the same one any number of times, from any number of tabs, in any order. When the database does
   * not take them they are kept in memory and tried again with the next ones ({@link state} tells).
   */
  async record(room: Room, messages: readonly SeenMessage[]): Promise<void> {
    await this.#commit(messages.map((message) => seenPatch(room, message)));
  }

  /** Notes that a message was taken back at `at`. An unknown id is ignored. */
  async markUnsent(room: Room, id: MessageId, at: Instant): Promise<void> {
    await this.#commit([unsentPatch(room, id, at)]);
  }

  /** Tries once more to store what the database did not take before. */
  async retryUnsaved(): Promise<void> {
    if ((await this.#unsaved.read()) !== null) await this.#commit([]);
  }

  async state(): Promise<StoreState> {
    const unsaved = await this.#unsaved.read();
    if (unsaved !== null) return unsaved.reason;
    if (this.#ports.keeper.refused) return 'refused';
    return (await this.#ports.keeper.wasRebuilt()) ? 'rebuilt' : 'fine';
  }

  /** Everything known of one conversation, in order of sending. */
  async ofConversation(room: Room): Promise<readonly StoredMessage[]> {
    const patches = (await this.#unsaved.read())?.patches ?? [];
    const own = patches.filter((one) => isInRoom(one, room));
    return this.#ports.keeper.run(async (database) => {
      const stored = await readConversation(database, room);
      const patched = await readPatched(database, own);
      const messages = new Map([...stored, ...patched].map((message) => [message.id, message]));
      return [...messages.values()].sort((a, b) => a.sendTime.earliest - b.sendTime.earliest);
    });
  }

  /** Number of stored messages of each account of which there are any. */
  accounts(): Promise<ReadonlyMap<AccountId, number>> {
    return this.#ports.keeper.run(countByAccount);
  }

  /** A page of all messages in order of sending, stored or not yet: those after the key `after`; an empty one is the end. */
  async exportPage(after: SentMessageKey | null): Promise<readonly StoredMessage[]> {
    const unsaved = (await this.#unsaved.read())?.patches ?? [];
    return this.#ports.keeper.run((database) => readExportPage(database, after, unsaved));
  }

  /** Removes everything about an account, also from databases that were set aside. Answers how many messages. */
  async forgetAccount(account: AccountId): Promise<number> {
    const removed = await this.#forget(
      (patch) => patch.account === account,
      (database) => deleteOfAccount(database, account),
    );
    await this.#ports.keeper.deleteSetAside();
    return removed;
  }

  /** Removes what was timed by the ids of a conversation and was not taken back: its ids have proved to be wrong. */
  async distrustIds(room: Room): Promise<void> {
    await this.#forget(
      (patch) => isInRoom(patch, room) && patch.seen !== null && isTimedById(patch.seen),
      (database) => deleteTimedById(database, room),
    );
  }

  /** Removes messages that were sent before `before`. Answers how many. */
  prune(before: Instant): Promise<number> {
    return this.#deleteAll((database) => deleteBefore(database, before));
  }

  async #forget(
    isForgotten: (patch: MessagePatch) => boolean,
    deleteSlice: (database: SentMessagesDatabase) => Promise<number>,
  ): Promise<number> {
    // What was recorded before shall be gone too, so it has to be there first.
    await this.#commit([]);
    return this.#inTurn(async () => {
      await this.#unsaved.forget(isForgotten);
      await this.#mirror.clear();
      return this.#deleteAll(deleteSlice);
    });
  }

  /** Slice by slice, so that others get their turn in between. */
  async #deleteAll(deleteSlice: (database: SentMessagesDatabase) => Promise<number>): Promise<number> {
    let removed = 0;
    let slice: number;
    do {
      slice = await this.#mirror.during(() => this.#ports.keeper.run(deleteSlice, 'write'));
      removed += slice;
    } while (slice === DELETE_SLICE);
    this.unsendable.refreshMirror();
    return removed;
  }

  async #save(added: readonly MessagePatch[]): Promise<void> {
    await this.#mirror.during(async () => {
      const unsaved = await this.#unsaved.read();
      const patches = [...combinePatches([...(unsaved?.patches ?? []), ...added]).values()];
      try {
        await this.#store(patches);
        if (unsaved !== null) await this.#unsaved.clear();
      } catch (error) {
        await this.#unsaved.keep(reasonOf(error), patches);
      }
    });
    this.unsendable.refreshMirror();
  }

  async #store(patches: readonly MessagePatch[]): Promise<void> {
    if (patches.length === 0) return;
    try {
      await this.#ports.keeper.run((database) => writePatches(database, patches), 'write');
    } catch (error) {
      if (databaseFault(error) !== 'full') throw error;
      await this.prune(this.#ports.clock.now() - SURELY_OVER_MS);
      await this.#ports.keeper.run((database) => writePatches(database, patches), 'write');
    }
  }
}

/** Why the database did not take something; throws on what is not its fault. */
function reasonOf(error: unknown): 'full' | 'refused' {
  if (databaseFault(error) === 'full') return 'full';
  if (error instanceof StoreUnavailable) return 'refused';
  throw error;
}
