import * as v from 'valibot';
import type { UnsendState, UnsendStatus } from '../../domain/unsend/status.ts';
import type { OutgoingMessage } from '../../line/chat/chat-page.ts';
import { apologyVerbs } from '../../messaging/apology-protocol.ts';
import { type MessageKey, type Translate, translateFrom } from '../../platform/i18n.ts';
import { build } from '../../ui/build.ts';
import { openPanel, type Panel } from '../../ui/panel.ts';
import { placeBeside } from '../../ui/place-beside.ts';
import type { FeatureContext } from '../feature.ts';
import { languageOfPage } from '../page-language.ts';
import type { BadgeWords } from './badge-words.ts';
import css from './explanation.css?inline';
import { TimeWords } from './time-words.ts';

const TITLES = {
  safe: 'explainTitleSafe',
  warn: 'explainTitleSafe',
  check: 'explainTitleCheck',
  over: 'explainTitleOver',
  unknown: 'explainTitleUnknown',
  never: 'explainTitleNever',
} as const satisfies Record<UnsendStatus['state'], MessageKey>;

const STEPS = ['explainStepPoint', 'explainStepChoose', 'explainStepConfirm'] as const;

const APOLOGIES = [
  ['explainForRecipient', 'apologyTextRecipient'],
  ['explainForContent', 'apologyTextContent'],
  ['explainForMistake', 'apologyTextMistake'],
] as const;

const textsSchema = v.record(v.string(), v.string());

/** Says what to do now with one message: LINE's own steps while there is time, words of apology when there is none. */
export class Explanation {
  readonly #context: FeatureContext;
  readonly #signal: AbortSignal;
  #opened: { readonly panel: Panel; readonly badge: HTMLElement; readonly state: UnsendState } | null = null;

  constructor(context: FeatureContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
  }

  /** Opens beside a badge; what was open before closes. Pressing the same badge again closes it, too. */
  open(badge: HTMLElement, message: OutgoingMessage, status: UnsendStatus, words: BadgeWords): void {
    const wasOpenHere = this.#opened?.badge === badge;
    this.#opened?.panel.close();
    if (wasOpenHere) return;
    const t = this.#context.settings.translate;
    const title = t(TITLES[status.state]);
    // Asking for words may have shown that the extension is gone.
    if (this.#signal.aborted) return;
    const panel = openPanel({
      document: this.#context.document,
      name: 'matta-explanation',
      role: 'dialog',
      title,
      closeLabel: t('explainClose'),
      css,
      signal: this.#signal,
      onClose: () => {
        this.#opened = null;
        badge.focus();
      },
    });
    this.#opened = { panel, badge, state: status.state };
    panel.body.append(this.#build('p', words.sentence(message, status)));
    if (status.state === 'over' || status.state === 'never') this.#addApologies(panel, badge, message);
    else this.#addSteps(panel, message, words);
    placeBeside(panel.box, badge);
    panel.box.querySelector('button')?.focus();
  }

  /** A badge shows another state now (null: it is gone). What was explained of it does not hold any more. */
  badgeChanged(badge: HTMLElement, state: UnsendState | null): void {
    const opened = this.#opened;
    if (opened?.badge !== badge || TITLES[opened.state] === (state === null ? null : TITLES[state])) return;
    opened.panel.close();
  }

  #build<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
    return build(this.#context.document, name, text);
  }

  #addSteps({ body }: Panel, message: OutgoingMessage, words: BadgeWords): void {
    const t = this.#context.settings.translate;
    const steps = this.#build('ol');
    steps.append(...STEPS.map((key) => this.#build('li', t(key))));
    body.append(steps);
    body.append(...words.doubts(message).map((doubt) => this.#build('p', doubt)));
    const notice = this.#build('p', t('explainNoticeStays'));
    notice.className = 'note';
    body.append(notice);
  }

  #addApologies(panel: Panel, badge: HTMLElement, message: OutgoingMessage): void {
    const t = this.#context.settings.translate;
    const list = this.#build('div');
    const outcome = this.#build('p');
    outcome.setAttribute('role', 'status');
    outcome.className = 'outcome';
    panel.body.append(this.#build('p', t('explainApologyLead')), list, outcome);
    void this.#fillIn(list, outcome, message).then(() => placeBeside(panel.box, badge));
  }

  async #fillIn(list: HTMLElement, outcome: HTMLElement, message: OutgoingMessage): Promise<void> {
    const t = this.#context.settings.translate;
    const [pageTexts, prepared] = await Promise.all([this.#pageTexts(), this.#prepared()]);
    const label = t('explainPrepared');
    list.append(...prepared.map((text) => this.#apologyButton(label, text, outcome)));
    if (pageTexts === null) {
      outcome.textContent = t('explainTextsFailed');
      return;
    }
    const { page, clock } = this.#context;
    const tag = languageOfPage(page.language())?.replace('_', '-') ?? '';
    const when = whenPhrase(message, new TimeWords(tag, () => clock.now()), pageTexts);
    list.append(
      ...APOLOGIES.map(([forKey, textKey]) =>
        this.#apologyButton(t(forKey), pageTexts(textKey, when), outcome),
      ),
    );
  }

  #apologyButton(label: string, text: string, outcome: HTMLElement): HTMLElement {
    const t = this.#context.settings.translate;
    const button = this.#build('button');
    button.type = 'button';
    button.className = 'apology';
    button.append(this.#build('strong', label), this.#build('span', text));
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text).then(
        () => {
          outcome.textContent = t('explainCopied');
        },
        () => {
          outcome.textContent = t('explainCopyFailed');
        },
      );
    });
    return button;
  }

  /** What a supervisor has prepared comes first, as it was written; none where the worker does not say it. */
  async #prepared(): Promise<readonly string[]> {
    const reply = await this.#context.worker('apologies', {}, apologyVerbs.apologies.answer);
    return reply.ok ? reply.value : [];
  }

  /** Words for the customer are in the page's language, which need not be the operator's. Null: they could not be had. */
  async #pageTexts(): Promise<Translate | null> {
    const { settings, page, worker } = this.#context;
    const language = languageOfPage(page.language());
    if (language === null) return settings.translate;
    const reply = await worker('texts', { language, prefix: 'apology' }, textsSchema);
    return reply.ok ? translateFrom(reply.value, settings.translate) : null;
  }
}

/** `本日14:04頃に` for a message of today, with the date for an older one. */
function whenPhrase({ sendTime }: OutgoingMessage, times: TimeWords, t: Translate): string {
  if (sendTime === null) return t('apologyWhenUnknown');
  const { earliest } = sendTime;
  return t(times.isToday(earliest) ? 'apologyWhenToday' : 'apologyWhenDay', times.of(earliest));
}
