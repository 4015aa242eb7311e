import type { Instant } from '../../domain/clock.ts';
import type { UnsendStatus } from '../../domain/unsend/status.ts';
import type { OutgoingMessage } from '../../line/chat/chat-page.ts';
import { Badge } from './badge.ts';
import { PutBackLimit } from './put-back-limit.ts';

/** A badge and what it shows. */
export interface BadgeEntry {
  readonly badge: Badge;
  message: OutgoingMessage;
  status: UnsendStatus;
  /** What the badge shows holds until then (null: for good), and as long as the board's generation is this one. */
  due: Instant | null;
  generation: number;
  /** By this computer's clock. */
  shownAt: Instant;
  readonly putBack: PutBackLimit;
}

/** A badge that shows nothing yet: no generation of a board is -1. */
export function newEntry(document: Document, message: OutgoingMessage, status: UnsendStatus): BadgeEntry {
  return {
    badge: new Badge(document),
    message,
    status,
    due: null,
    generation: -1,
    shownAt: Number.NEGATIVE_INFINITY,
    putBack: new PutBackLimit(),
  };
}
