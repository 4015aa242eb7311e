import * as v from 'valibot';

/** 128 bits from the page's network gate: they tie the browser's permission to one single request. */
export const nonceSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('Nonce'));
export type Nonce = v.InferOutput<typeof nonceSchema>;
