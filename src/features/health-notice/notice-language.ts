import * as v from 'valibot';
import type { Language } from '../../domain/policy/policy.ts';
import { type Translate, translateFrom } from '../../platform/i18n.ts';
import { languageOfPage } from '../page-language.ts';
import type { WorkerLink } from '../worker-link.ts';

/** What is needed to know in which language to speak. */
export interface NoticeLanguageContext {
  readonly worker: WorkerLink;
  readonly translate: () => Translate;
  /** False when nobody has chosen a language for Matta. */
  readonly isLanguageChosen: () => boolean;
  /** The page's own language, as an HTML language tag. */
  readonly pageLanguage: () => string;
}

const PREFIXES = ['notice', 'trouble'] as const;
const textsSchema = v.record(v.string(), v.string());
type Texts = v.InferOutput<typeof textsSchema>;

/**
 * The words of the notice. Where nobody has chosen a language they are in that of the page, in which whoever works there
 * surely reads; its texts are asked of the worker once, and when they cannot be had the usual ones serve.
 */
export class NoticeLanguage {
  readonly #context: NoticeLanguageContext;
  readonly #onLoaded: () => void;
  /** By language; null: they could not be had, or have not come yet. */
  readonly #texts = new Map<Language, Texts | null>();
  readonly #awaited = new Set<Language>();

  /** @param onLoaded called when texts for which {@link now} answered null have come, or will not come */
  constructor(context: NoticeLanguageContext, onLoaded: () => void) {
    this.#context = context;
    this.#onLoaded = onLoaded;
  }

  /** How to translate at present; null while texts are on their way. */
  now(): Translate | null {
    const usual = this.#context.translate();
    const language = this.#context.isLanguageChosen() ? null : languageOfPage(this.#context.pageLanguage());
    if (language === null || usual('commonLanguageTag') === language.replace('_', '-')) return usual;
    const texts = this.#texts.get(language);
    if (texts === undefined) void this.#load(language);
    if (this.#awaited.has(language)) return null;
    return texts ? translateFrom(texts, usual) : usual;
  }

  async #load(language: Language): Promise<void> {
    // Known as missing from here on, so that the trouble which a failure brings does not ask once more.
    this.#texts.set(language, null);
    this.#awaited.add(language);
    const replies = await Promise.all(
      PREFIXES.map((prefix) => this.#context.worker('texts', { language, prefix }, textsSchema)),
    );
    const texts: Texts = {};
    for (const reply of replies) if (reply.ok) Object.assign(texts, reply.value);
    // All or nothing: a notice in two languages is worse than one in the usual one.
    if (replies.every((reply) => reply.ok)) this.#texts.set(language, texts);
    this.#awaited.delete(language);
    this.#onLoaded();
  }
}
