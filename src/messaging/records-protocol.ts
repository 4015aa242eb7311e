/** The messages about what is stored of sent messages, for Matta's own pages: a part of `protocol.ts`. */
import * as v from 'valibot';
import { accountIdSchema, messageIdSchema } from '../domain/unsend/identity.ts';
import { instantSchema as instant, storedMessageSchema } from '../domain/unsend/sent-message.ts';

export const recordsVerbs = {
  /** Accounts of which something is stored, with the number of messages. */
  accounts: {
    from: ['page'],
    request: v.object({}),
    answer: v.array(v.object({ account: accountIdSchema, name: v.string(), messages: v.number() })),
  },
  /** Remove everything stored about an account. Answers how many messages were removed. */
  forgetAccount: {
    from: ['page'],
    request: v.object({ account: accountIdSchema }),
    answer: v.object({ removed: v.number() }),
  },
  /** Stored messages for a file, oldest first, `after` a key for paging; null: from the beginning. */
  export: {
    from: ['page'],
    request: v.object({ after: v.nullable(v.tuple([instant, messageIdSchema])) }),
    answer: v.array(storedMessageSchema),
  },
} as const;
