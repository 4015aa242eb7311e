import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { build } from '../../ui/build.ts';
import { openPanel, type Panel } from '../../ui/panel.ts';
import css from './health-notice.css?inline';

/** What there is to say. Without texts there is nothing. */
export interface NoticeContent {
  readonly title: MessageKey;
  readonly texts: readonly MessageKey[];
}

/** A panel on the page that says each thing once; what was closed by the operator stays closed in this tab. */
export class Notice {
  readonly #document: Document;
  readonly #signal: AbortSignal;
  readonly #dismissed = new Set<string>();
  #panel: Panel | null = null;
  #shown = '';

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.#signal = signal;
  }

  show({ title, texts }: NoticeContent, t: Translate): void {
    const news = this.news(texts);
    const shown = news.length === 0 ? '' : [title, ...news].map((key) => t(key)).join('\n');
    // Asking for words may have shown that the extension is gone.
    if (shown === this.#shown || this.#signal.aborted) return;
    this.#shown = shown;
    this.#panel?.close();
    if (news.length === 0) return;
    const panel = openPanel({
      document: this.#document,
      name: 'matta-notice',
      role: 'status',
      title: t(title),
      closeLabel: t('noticeClose'),
      css,
      signal: this.#signal,
      onClose: () => {
        this.#panel = null;
      },
    });
    panel.box.querySelector('button')?.addEventListener('click', () => this.#dismiss(news));
    panel.body.append(...news.map((key) => build(this.#document, 'p', t(key))));
    this.#panel = panel;
  }

  /** Those of the texts that were not closed yet. */
  news(texts: readonly MessageKey[]): readonly MessageKey[] {
    return texts.filter((text) => !this.#dismissed.has(text));
  }

  #dismiss(texts: readonly MessageKey[]): void {
    for (const text of texts) this.#dismissed.add(text);
    this.#shown = '';
  }
}
