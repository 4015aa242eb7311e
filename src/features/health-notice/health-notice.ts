import type { HealthProblem } from '../../domain/health.ts';
import type { ManagerHealth } from '../../line/manager/manager-page.ts';
import { doneSchema } from '../../messaging/chat-answers.ts';
import type { HealthReport, RequestOf } from '../../messaging/protocol.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { FeatureContext } from '../feature.ts';
import { guardProblems, isRead, NOT_LOOKED_YET } from '../guard-state.ts';
import type { ManagerContext } from '../manager-context.ts';
import type { WorkerLink } from '../worker-link.ts';
import { Notice, type NoticeContent } from './notice.ts';
import { NoticeLanguage, type NoticeLanguageContext } from './notice-language.ts';
import { PROBLEM_TEXTS, troubleOnManager } from './notice-words.ts';

/**
 * Says on a chat page, once for each thing, that Matta cannot do its work, and keeps the worker informed for icon and
 * popup.
 */
export function startHealthNotice(context: FeatureContext, signal: AbortSignal): void {
  const { page, settings, troubles, worker } = context;
  let health: HealthReport = {
    page: 'chat',
    state: 'starting',
    problems: [],
    anchors: {},
    clockCorrectionMs: 0,
  };
  const show = speaker(context.document, signal, {
    worker,
    translate: () => settings.translate,
    isLanguageChosen: () => settings.isLanguageChosen,
    pageLanguage: () => page.language(),
    content: () => ({
      title: chatTitle(health, troubles.present.length > 0),
      texts: [...health.problems.map((problem) => PROBLEM_TEXTS[problem]), ...troubles.present],
    }),
  });
  page.onHealth((news) => {
    health = { ...news, page: 'chat', problems: [...news.problems] };
    show();
    const id = page.account();
    const name = page.accountName()?.slice(0, 100) ?? null;
    void tell(worker, health, id === null || name === null ? null : { id, name });
  }, signal);
  troubles.onChange(show, signal);
  settings.onChange(show, signal);
}

/** The same on a manager page, where besides the page itself the settings and the link to the page's own world count. */
export function startManagerNotice(context: ManagerContext, signal: AbortSignal): void {
  const { page, settings, troubles, worker } = context;
  let health = NOT_LOOKED_YET;
  let told = '';
  const problems = () => guardProblems(context, health, page.place());
  const show = speaker(context.document, signal, {
    worker,
    translate: () => settings.translate,
    isLanguageChosen: () => settings.current()?.texts !== null,
    pageLanguage: () => page.language(),
    content: () => {
      const shown = problems().filter(isForNotice);
      return {
        title: shown.length > 0 ? 'noticeTitleManager' : 'noticeTitleTrouble',
        texts: [
          ...shown.map((problem) => PROBLEM_TEXTS[problem]),
          ...troubles.present.map(troubleOnManager).filter((text) => text !== null),
        ],
      };
    },
  });
  // In a list nothing is sent, and the sign there says already that nothing is held.
  const isForNotice = (problem: HealthProblem) =>
    problem !== 'gate-not-enforced' || page.place() === 'editor';
  const update = () => {
    show();
    const report = managerReport(health, problems());
    if (JSON.stringify(report) === told) return;
    told = JSON.stringify(report);
    void tell(worker, report, null);
  };
  page.onHealth((news) => {
    health = news;
    update();
  }, signal);
  page.onPlace(update, signal);
  settings.onChange(update, signal);
  troubles.onChange(show, signal);
}

/** What is shown of `content` whenever the answer is called, in words that fit the page. */
function speaker(
  document: Document,
  signal: AbortSignal,
  context: NoticeLanguageContext & { readonly content: () => NoticeContent },
): () => void {
  const notice = new Notice(document, signal);
  const show = () => {
    const content = context.content();
    // Words are only asked for when there is something to say.
    const t = notice.news(content.texts).length === 0 ? context.translate() : language.now();
    if (t !== null) notice.show(content, t);
  };
  const language = new NoticeLanguage(context, show);
  return show;
}

function chatTitle({ state }: HealthReport, hasTrouble: boolean): MessageKey {
  if (state === 'lost') return 'noticeTitleLost';
  return hasTrouble && state !== 'degraded' ? 'noticeTitleTrouble' : 'noticeTitleDegraded';
}

/** A page that has to be reloaded is not well, however well it is read. Clocks play no part on this page. */
function managerReport(health: ManagerHealth, problems: readonly HealthProblem[]): HealthReport {
  const { state, anchors } = health;
  return {
    page: 'manager',
    state: problems.includes('page-not-hooked') && isRead(health) ? 'degraded' : state,
    problems: [...problems],
    anchors: { ...anchors },
    clockCorrectionMs: 0,
  };
}

async function tell(
  worker: WorkerLink,
  report: HealthReport,
  account: RequestOf<'reportHealth'>['account'],
): Promise<void> {
  await worker('reportHealth', { report, account }, doneSchema);
}
