/** The message of the way out: a part of `gate-protocol.ts`. */
import * as v from 'valibot';
import { attemptSchema } from '../domain/broadcast/broadcast.ts';
import { nonceSchema } from '../domain/broadcast/nonce.ts';
import { wayOutSchema } from '../domain/broadcast/way-out.ts';

const typed = v.pipe(v.string(), v.maxLength(200));

export const wayOutVerbs = {
  /**
   * The way out, with a typed reason and where the rules ask for it a name. With a nonce for the held request, without for the next
   * press. `refused`: the rules of now do not allow it like this.
   */
  overrideAttempt: {
    from: ['manager'],
    request: v.object({
      attempt: attemptSchema,
      reason: typed,
      person: v.exactOptional(typed),
      nonce: v.nullable(nonceSchema),
    }),
    answer: v.variant('result', [
      v.object({ result: v.literal('open'), seconds: v.number() }),
      v.object({ result: v.literal('refused'), wayOut: wayOutSchema }),
    ]),
  },
} as const;
