/**
 * What a chat's script is answered: apart from `protocol.ts`, so that it need not carry, and make at its start, the forms of
 * everything that broadcasts are about.
 */
import * as v from 'valibot';
import { addedAnchorsSchema } from '../domain/line-anchors.ts';
import { REGIONS, windowChoiceSchema } from '../domain/policy/window-choice.ts';
import { messageIdSchema } from '../domain/unsend/identity.ts';
import { sendTimeSchema } from '../domain/unsend/sent-message.ts';

/** The answer of verbs that only do something. Not null, which stands for no answer elsewhere. */
export const DONE = 'done' as const;
export const doneSchema = v.literal(DONE);

/** Most messages one `record` may carry; a content script sends more in several requests. */
export const RECORD_LIMIT = 200;

/** What a content script needs to know of the policy. `texts` is null when the browser's own language is used. */
export const pageSettingsSchema = v.object({
  window: v.object({
    choice: windowChoiceSchema,
    region: v.picklist(REGIONS),
    marginSeconds: v.number(),
  }),
  warn: v.object({ warnMinutes: v.number(), urgentMinutes: v.number() }),
  texts: v.nullable(v.record(v.string(), v.string())),
  /** Selectors that the policy adds to what is known of LINE's page. */
  anchors: v.exactOptional(addedAnchorsSchema),
});
export type PageSettings = v.InferOutput<typeof pageSettingsSchema>;

/** What was observed of the sending of messages, oldest first. */
export const observedTimesSchema = v.array(v.object({ id: messageIdSchema, sendTime: sendTimeSchema }));
