import type { Language, Policy } from '../domain/policy/policy.ts';
import type { Catalogue } from '../messaging/catalogue.ts';
import { type Translate, translateFrom } from '../platform/i18n.ts';

export interface TextPorts {
  readonly readCatalogue: (language: Language) => Promise<Catalogue>;
  /** The browser's own texts. */
  readonly byBrowser: Translate;
}

/** Matta's own texts in any of its languages, whatever the browser's. */
export class BackgroundTexts {
  readonly #ports: TextPorts;
  readonly #catalogues = new Map<Language, Promise<Catalogue>>();

  constructor(ports: TextPorts) {
    this.#ports = ports;
  }

  /** All texts of a language. */
  catalogue(language: Language): Promise<Catalogue> {
    const known = this.#catalogues.get(language);
    if (known !== undefined) return known;
    const reading = this.#ports.readCatalogue(language);
    this.#catalogues.set(language, reading);
    // A failed reading is tried again by whoever asks next.
    reading.catch(() => this.#catalogues.delete(language));
    return reading;
  }

  /** The texts of a language whose key starts with `prefix`. */
  async startingWith(language: Language, prefix: string): Promise<Record<string, string>> {
    const texts = Object.entries(await this.catalogue(language));
    return Object.fromEntries(texts.filter(([key]) => key.startsWith(prefix)));
  }

  /** Null when the browser's own texts are the right ones. */
  async chosen(policy: Pick<Policy, 'language'>): Promise<Record<string, string> | null> {
    return policy.language === 'auto' ? null : { ...(await this.catalogue(policy.language)) };
  }

  async translate(policy: Pick<Policy, 'language'>): Promise<Translate> {
    const texts = await this.chosen(policy);
    return texts === null ? this.#ports.byBrowser : translateFrom(texts, this.#ports.byBrowser);
  }
}
