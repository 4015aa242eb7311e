/** The message about words of apology: a part of `protocol.ts`. */
import * as v from 'valibot';

export const apologyVerbs = {
  /** What a supervisor has prepared to say to a customer, in the supervisor's order. */
  apologies: {
    from: ['chat'],
    request: v.object({}),
    answer: v.array(v.string()),
  },
} as const;
