import * as v from 'valibot';

/** 32 bytes as hex digits: a digest, or a public key. */
export const hex32Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Names of rules, items or checks, as many as an entry holds. */
export const namesSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(120));
