import { type Clock, type Instant, SECOND } from '../../../domain/clock.ts';
import type { Outcome } from '../../../domain/journal/entry.ts';
import type { MessageKey, Translate } from '../../../platform/i18n.ts';
import { build } from '../../../ui/build.ts';
import { openPanel, type Panel } from '../../../ui/panel.ts';
import css from './outcome-panel.css?inline';

/** How long good news stays, in milliseconds. */
const STAYS_MS = 8 * SECOND;

const OUTCOMES = {
  accepted: ['gateAcceptedTitle', 'gateAcceptedText'],
  reserved: ['gateReservedTitle', 'gateReservedText'],
  'refused-by-server': ['gateRefusedTitle', 'gateRefusedText'],
  unknown: ['gateUnknownTitle', 'gateUnknownText'],
} as const satisfies Record<Outcome, readonly [MessageKey, MessageKey]>;

export interface OutcomePanelOptions {
  readonly document: Document;
  /** The texts as they fit what was held; see `draftWords`. */
  readonly translate: Translate;
  readonly clock: Clock;
  /** Whom to ask when something went wrong, as a sentence; empty: nobody is named. */
  readonly contacts: () => string;
  readonly signal: AbortSignal;
  /** The last word was said, and the panel is gone. */
  readonly onClosed: () => void;
}

/** Says in a corner of the page, which can be used meanwhile, what becomes of what was held after the dialog. */
export class OutcomePanel {
  readonly #options: OutcomePanelOptions;
  #panel: Panel | null = null;
  #timers = new AbortController();

  constructor(options: OutcomePanelOptions) {
    this.#options = options;
  }

  /** The held request goes on; its answer is awaited. */
  showWaiting(): void {
    const t = this.#options.translate;
    this.#show(t('gateWaitTitle'), [t('gateWaitText')]);
  }

  /** 配信 has to be pressed once more, within so many seconds. */
  showPressAgain(seconds: number): void {
    const { translate: t, clock } = this.#options;
    const until = clock.now() + seconds * SECOND;
    const panel = this.#show(t('gatePressTitle'), [t('gatePressText', seconds)]);
    this.#every(SECOND, () => this.#countDown(panel, until));
  }

  /** What became of it. Good news goes by itself, bad news has to be closed. */
  showOutcome(outcome: Outcome, status: number | null): void {
    const t = this.#options.translate;
    const [title, text] = OUTCOMES[outcome];
    const isBad = outcome === 'refused-by-server' || outcome === 'unknown';
    const number = isBad && status !== null ? [t('gateRefusedStatus', status)] : [];
    const panel = this.#show(t(title), [t(text), ...number, ...(isBad ? this.#contacts() : [])], isBad);
    if (!isBad) this.#every(STAYS_MS, () => closeUnlessRead(panel));
  }

  /** The checklist could not be shown or finished, so nothing was sent. */
  showFailed(): void {
    const t = this.#options.translate;
    this.#show(t('gateFailedTitle'), [t('gateFailedText'), ...this.#contacts()], true);
  }

  #contacts(): readonly string[] {
    const contacts = this.#options.contacts();
    return contacts === '' ? [] : [contacts];
  }

  #show(title: string, texts: readonly string[], isBad = false): Panel {
    const { document, translate, signal, onClosed } = this.#options;
    const before = this.#panel;
    this.#timers.abort();
    this.#timers = new AbortController();
    const panel = openPanel({
      document,
      name: 'matta-outcome',
      role: 'status',
      title,
      closeLabel: translate('gateClose'),
      css,
      signal,
      onClose: () => {
        if (this.#panel !== panel) return;
        this.#timers.abort();
        onClosed();
      },
    });
    this.#panel = panel;
    before?.close();
    panel.box.classList.toggle('bad', isBad);
    panel.body.append(...texts.map((text) => build(document, 'p', text)));
    return panel;
  }

  #countDown({ body }: Panel, until: Instant): void {
    const { translate: t, clock } = this.#options;
    const left = Math.ceil((until - clock.now()) / SECOND);
    const [text] = body.children;
    if (left <= 0) this.#show(t('gateExpiredTitle'), [t('gateExpiredText')], true);
    else if (text !== undefined) text.textContent = t('gatePressText', left);
  }

  #every(ms: number, act: () => void): void {
    const timer = setInterval(act, ms);
    this.#timers.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
}

/** Nothing is taken from under the eyes of a reader who points at it or has the focus in it. */
function closeUnlessRead({ host, box, close }: Panel): void {
  if (!box.matches(':hover') && host.ownerDocument.activeElement !== host) close();
}
