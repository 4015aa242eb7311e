import type { RequestBody } from '../ports.ts';

/** Longer bodies are files, not broadcasts: LINE's are a few kilobytes. The page's network gate reads no longer ones either. */
const LONGEST_BODY = 1024 * 1024;

/**
 * The text of a request's body as the page's network gate writes it: forms as a JSON object of their fields. Null when there
 * is none, or when the browser does not show it, as of a `Blob`.
 */
export function bodyText(body: RequestBody | undefined): string | null {
  if (body === undefined || body.error !== undefined) return null;
  if (body.formData !== undefined) return formText(body.formData);
  return body.raw === undefined ? null : rawText(body.raw);
}

function rawText(parts: NonNullable<RequestBody['raw']>): string | null {
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let length = 0;
  for (const { bytes } of parts) {
    if (!(bytes instanceof ArrayBuffer)) return null;
    length += bytes.byteLength;
    if (length > LONGEST_BODY) return null;
    texts.push(decoder.decode(bytes, { stream: true }));
  }
  return texts.join('') + decoder.decode();
}

/** No text at all when a field comes twice: two readers may take different ones. */
function formText(fields: Readonly<Record<string, unknown>>): string | null {
  const single: [string, string][] = [];
  for (const [name, values] of Object.entries(fields)) {
    const [value, ...more]: readonly unknown[] = Array.isArray(values) ? values : [values];
    if (typeof value !== 'string' || more.length > 0) return null;
    single.push([name, value]);
  }
  return JSON.stringify(Object.fromEntries(single));
}
