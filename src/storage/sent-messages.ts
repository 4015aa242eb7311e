import { type Clock, DAY, HOUR, type Instant } from '../domain/clock.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { StoreState } from '../domain/store-state.ts';
import type { AccountId, MessageId } from '../domain/unsend/identity.ts';
import type { SeenMessage, StoredMessage } from '../domain/unsend/sent-message.ts';
import { windowGroups, windowsFingerprint } from '../domain/unsend/window-groups.ts';
import { databaseFault, StoreUnavailable } from './database-fault.ts';
import type { DatabaseKeeper } from './database-keeper.ts';
import { type AddToCommit, groupCommit } from './group-commit.ts';
import {
  applyPatch,
  combinePatches,
  type MessagePatch,
  messageKey,
  type Room,
  seenPatch,
  unsentPatch,
} from './message-patch.ts';
import { MIRROR_SIZE, Mirror, type MirrorContent } from './mirror.ts';
import {
  countByAccount,
  DELETE_SLICE,
  deleteBefore,
  deleteOfAccount,
  readConversation,
  readFrom,
  readPatched,
  writePatches,
} from './sent-message-records.ts';
import type { SentMessageKey, SentMessagesDatabase } from './sent-messages-schema.ts';
import type { StorageArea } from './storage-area.ts';
import { Unsaved } from './unsaved.ts';
import { readUrgent, type UrgentMessage, urgentAmong } from './urgent-messages.ts';

export interface SentMessagesPorts {
  readonly keeper: DatabaseKeeper;
  /** `storage.session` */
  readonly session: StorageArea;
  readonly clock: Clock;
  readonly readPolicy: () => Promise<Policy>;
  /** Told when the mirror could not be refreshed: answers stay right, but become slower. */
  readonly report: (error: unknown) => void;
}
