import type { HealthProblem } from '../../domain/health.ts';
import type { PageHealth } from '../../line/chat/chat-page.ts';
import { doneSchema } from '../../messaging/protocol.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { build } from '../../ui/build.ts';
import { openPanel, type Panel } from '../../ui/panel.ts';
import type { FeatureContext } from '../feature.ts';
import css from './health-notice.css?inline';

const PROBLEM_TEXTS = {
  'rows-not-found': 'noticeRowsNotFound',
  'direction-unclear': 'noticeDirectionUnclear',
  'ids-distrusted': 'noticeIdsDistrusted',
  'clock-wrong': 'noticeClockWrong',
  'times-unreadable': 'noticeTimesUnreadable',
} as const satisfies Record<HealthProblem, MessageKey>;

/**
 * Says on the page, once for each thing, that Matta cannot do its work, and keeps the worker informed for icon and popup.
 * What was closed by the operator stays closed in this tab.
 */
export function startHealthNotice(context: FeatureContext, signal: AbortSignal): void {
  const notice = new Notice(context, signal);
  let health: PageHealth = { state: 'starting', problems: [], anchors: {}, clockCorrectionMs: 0 };
  const show = () => {
    const problems = health.problems.map((problem) => PROBLEM_TEXTS[problem]);
    notice.show(titleFor(health, context.troubles.present.length > 0), [
      ...problems,
      ...context.troubles.present,
    ]);
  };
  context.page.onHealth((news) => {
    health = news;
    show();
    void report(context, news);
  }, signal);
  context.troubles.onChange(show, signal);
  context.settings.onChange(show, signal);
}

async function report({ page, worker }: FeatureContext, health: PageHealth): Promise<void> {
  const id = page.account();
  const name = page.accountName()?.slice(0, 100) ?? null;
  const account = id === null || name === null ? null : { id, name };
  await worker(
    'reportHealth',
    { report: { ...health, page: 'chat', problems: [...health.problems] }, account },
    doneSchema,
  );
}

function titleFor({ state }: PageHealth, hasTrouble: boolean): MessageKey {
  if (state === 'lost') return 'noticeTitleLost';
  return hasTrouble && state !== 'degraded' ? 'noticeTitleTrouble' : 'noticeTitleDegraded';
}

class Notice {
  readonly #context: FeatureContext;
  readonly #signal: AbortSignal;
  readonly #dismissed = new Set<string>();
  #panel: Panel | null = null;
  #shown = '';

  constructor(context: FeatureContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
  }

  show(title: MessageKey, texts: readonly MessageKey[]): void {
    const news = texts.filter((text) => !this.#dismissed.has(text));
    const t = this.#context.settings.translate;
    const shown = news.length === 0 ? '' : [title, ...news].map((key) => t(key)).join('\n');
    // Asking for words may have shown that the extension is gone.
    if (shown === this.#shown || this.#signal.aborted) return;
    this.#shown = shown;
    this.#panel?.close();
    if (news.length === 0) return;
    const panel = openPanel({
      document: this.#context.document,
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
    panel.body.append(...news.map((key) => build(this.#context.document, 'p', t(key))));
    this.#panel = panel;
  }

  #dismiss(texts: readonly MessageKey[]): void {
    for (const text of texts) this.#dismissed.add(text);
    this.#shown = '';
  }
}
