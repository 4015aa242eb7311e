/** A text of `_locales` by key, with `$1`… filled in. */
export type Translate = (key: MessageKey, ...values: readonly (string | number)[]) => string;

/** Every key that the Japanese texts have; the other languages have the same (tests/rules.test.ts). */
export type MessageKey = keyof typeof import('../../public/_locales/ja/messages.json');

/** The shape of one entry in `_locales/…/messages.json`. */
export interface MessageEntry {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/**
 * Texts of an entry as the browser would give them, but with `$1`… still open: named placeholders are replaced by their
 * content, so that one string holds everything.
 */
export function flattenEntry(entry: MessageEntry): string {
  return entry.message.replaceAll(/\$(\w+)\$/g, (whole, name: string) => {
    const placeholder = entry.placeholders?.[name.toLowerCase()];
    return placeholder === undefined ? whole : placeholder.content;
  });
}

/** Translates with flattened texts (see {@link flattenEntry}); a key that is missing there is asked of `fallback`. */
export function translateFrom(texts: Readonly<Record<string, string>>, fallback: Translate): Translate {
  return (key, ...values) => {
    const text = texts[key];
    if (text === undefined) return fallback(key, ...values);
    return text.replaceAll(/\$(\d)/g, (_, digit: string) => String(values[Number(digit) - 1] ?? ''));
  };
}

/** Translates in the browser's language. `getMessage` is the browser's own `i18n.getMessage`. */
export function translateByBrowser(getMessage: (key: string, values: string[]) => string): Translate {
  return (key, ...values) => getMessage(key, values.map(String));
}
