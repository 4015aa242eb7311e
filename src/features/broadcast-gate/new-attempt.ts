import * as v from 'valibot';
import {
  type Attempt,
  attemptIdSchema,
  type Broadcast,
  type PageFacts,
} from '../../domain/broadcast/broadcast.ts';

/** An attempt with an id of its own. */
export function newAttempt(source: Attempt['source'], broadcast: Broadcast, page: PageFacts): Attempt {
  const id = v.parse(attemptIdSchema, crypto.randomUUID().replaceAll('-', ''));
  return { id, source, broadcast, page, isDraft: false };
}
