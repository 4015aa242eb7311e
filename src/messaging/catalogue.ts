import * as v from 'valibot';
import type { Language } from '../domain/policy/policy.ts';
import { flattenEntry } from '../platform/i18n.ts';

/** The texts of one language by key, flattened: see {@link flattenEntry}. */
export type Catalogue = Readonly<Record<string, string>>;

const messagesSchema = v.record(
  v.string(),
  v.object({
    message: v.string(),
    placeholders: v.exactOptional(v.record(v.string(), v.object({ content: v.string() }))),
  }),
);

/** Reads what a `messages.json` holds. @throws v.ValiError when that is not what the browser would take. */
export function readCatalogue(messages: unknown): Catalogue {
  const entries = Object.entries(v.parse(messagesSchema, messages));
  return Object.fromEntries(entries.map(([key, entry]) => [key, flattenEntry(entry)]));
}

/** Matta's own texts in one language, for the worker and our own pages. `runtime` is the browser's. */
export async function fetchCatalogue(
  language: Language,
  runtime: { getURL(path: string): string },
): Promise<Catalogue> {
  const file = await fetch(runtime.getURL(`_locales/${language}/messages.json`));
  return readCatalogue(await file.json());
}
