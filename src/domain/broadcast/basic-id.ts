import * as v from 'valibot';

/**
 * A LINE official account as the manager writes it, with its `@`: in addresses `/account/@abc123d/…` and in requests
 * `/api/bots/@abc123d/…`. Not the `U…` id of chat addresses.
 */
export const basicIdSchema = v.pipe(v.string(), v.regex(/^@[\w.-]{1,40}$/), v.brand('BasicId'));
export type BasicId = v.InferOutput<typeof basicIdSchema>;

/** The basic id in a part of an address, `@` plain or as `%40`; null for anything else. */
export function readBasicId(part: string): BasicId | null {
  const parsed = v.safeParse(basicIdSchema, part.replace(/^%40/i, '@'));
  return parsed.success ? parsed.output : null;
}
