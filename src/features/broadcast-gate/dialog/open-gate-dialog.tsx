import { render } from 'preact';
import type { Outcome } from '../../../domain/journal/entry.ts';
import type { Mode } from '../../../domain/policy/mode.ts';
import { guardEvents, type Judgement } from './accept-guard.ts';
import { DialogHost } from './dialog-host.ts';
import { handleKey } from './dialog-keys.ts';
import { DIALOG_STYLES } from './dialog-styles.ts';
import { DialogView } from './dialog-view.tsx';
import { draftWords } from './draft-words.ts';
import { GateProvider } from './gate-context.ts';
import type { Phase } from './gate-phase.ts';
import type { GateDialog, GateDialogOptions } from './gate-ports.ts';
import { GateRun } from './gate-run.ts';
import { GateWords } from './gate-words.ts';
import { keepOpen } from './keep-open.ts';
import { OutcomePanel } from './outcome-panel.ts';
import { plainName } from './plain-name.ts';
import { sealEvents } from './seal-events.ts';
import { Sight } from './sight.ts';

/** How often something may hide the dialog before that is said in it. */
const TIMES_COVERED = 3;

/** Opens the checklist for one held broadcast, above everything on the page. Throws AbortError after the signal's end. */
export function openGateDialog(options: GateDialogOptions): GateDialog {
  if (options.signal.aborted) throw new DOMException('opened after its end', 'AbortError');
  return new OpenGateDialog(options);
}

class OpenGateDialog implements GateDialog {
  readonly #options: GateDialogOptions;
  readonly #words: GateWords;
  readonly #run: GateRun;
  readonly #dialogHost: DialogHost;
  readonly #panel: OutcomePanel;
  readonly #view: HTMLElement;
  /** Ends with everything that is shown; the second already with the modal dialog. */
  readonly #shown = new AbortController();
  readonly #modal = new AbortController();
  readonly #sight: Sight;
  #settledFrom: number;
  #timesCovered = 0;
  #outcome: { readonly outcome: Outcome; readonly status: number | null } | null = null;

  constructor(options: GateDialogOptions) {
    const { document, clock, signal } = options;
    const translate = options.attempt.isDraft ? draftWords(options.translate) : options.translate;
    this.#options = options;
    this.#words = new GateWords(translate, options.languageTag);
    this.#run = new GateRun(options);
    this.#dialogHost = new DialogHost(document, DIALOG_STYLES, clock);
    const { host, dialog } = this.#dialogHost;
    // In no other mode is anything held.
    host.dataset['mode'] = 'enforce' satisfies Mode;
    host.dataset['source'] = options.attempt.source;
    host.dataset['phase'] = this.#run.phase.name;
    dialog.lang = options.languageTag;
    dialog.className = 'themed';
    dialog.setAttribute('aria-labelledby', 'title');
    dialog.setAttribute('aria-describedby', 'lead');
    this.#view = dialog.appendChild(document.createElement('div'));
    this.#view.className = 'view';
    this.#panel = new OutcomePanel({
      document,
      translate,
      clock,
      signal: this.#shown.signal,
      contacts: () => this.#contacts(),
      onClosed: () => this.close(),
    });
    this.#settledFrom = clock.now();
    this.#dialogHost.begin();
    this.#sight = new Sight(host, dialog, clock, () => this.#judged('covered'), this.#modal.signal);
    this.#listen();
    signal.addEventListener('abort', () => this.close(), { signal: this.#shown.signal });
    this.#draw();
    void this.#run.begin();
  }

  get host(): HTMLElement {
    return this.#dialogHost.host;
  }

  showOutcome(outcome: Outcome, status: number | null): void {
    this.#outcome = { outcome, status };
    if (this.#run.phase.name === 'released' && !this.#shown.signal.aborted)
      this.#panel.showOutcome(outcome, status);
  }

  close(): void {
    if (this.#shown.signal.aborted) return;
    this.#run.end();
    this.#closeModal();
    this.#shown.abort();
    this.host.remove();
  }

  #listen(): void {
    const { host, root, dialog } = this.#dialogHost;
    const { signal } = this.#modal;
    guardEvents(
      root,
      () => this.#circumstances(),
      (judgement, { type }) => {
        this.#judged(judgement);
        // What was typed or chosen without counting must not stand there as if it did.
        if (judgement !== 'count' && (type === 'input' || type === 'change')) this.#draw();
      },
      signal,
    );
    sealEvents(host, signal);
    keepOpen(this.#dialogHost, () => this.#sight.restart(), signal);
    dialog.addEventListener('keydown', (event) => handleKey(event, this.#run), { signal });
    dialog.addEventListener(
      'cancel',
      (event) => {
        event.preventDefault();
        this.#run.cancel();
      },
      { signal },
    );
    let before: Phase['name'] = this.#run.phase.name;
    this.#run.onChange((phase) => {
      if (phase.name === before) return;
      before = phase.name;
      this.#enter(phase);
    }, this.#shown.signal);
  }

  #enter(phase: Phase): void {
    this.host.dataset['phase'] = phase.name;
    // To stop is never wrong, so it need not wait.
    if (phase.name !== 'cooling') this.#settledFrom = this.#options.clock.now();
    if (phase.name === 'released') {
      this.#closeModal();
      this.#sayReleased(phase.seconds);
    } else if (phase.name === 'refused') {
      this.#closeModal();
      if (phase.why === 'failed') this.#panel.showFailed();
      else this.close();
    }
  }

  /** Whom to ask when it went wrong, in one line; empty where nobody was named. */
  #contacts(): string {
    const { contacts } = this.#run.wayOut;
    if (contacts.length === 0) return '';
    return this.#words.t('gateContacts', this.#words.when.list(contacts.map(plainName)));
  }

  #sayReleased(seconds: number | null): void {
    if (this.#outcome !== null) this.#panel.showOutcome(this.#outcome.outcome, this.#outcome.status);
    else if (seconds === null) this.#panel.showWaiting();
    else this.#panel.showPressAgain(seconds);
  }

  #circumstances() {
    const { document, clock } = this.#options;
    return {
      now: clock.now(),
      settledFrom: this.#settledFrom,
      isDocumentVisible: !document.hidden,
      isOpen: this.#dialogHost.isOpen(),
      visibility: this.#sight.visibility,
      hasExpectedSize: this.#sight.hasExpectedSize(),
      isHit: (x: number, y: number) => this.#sight.isHit(x, y),
    };
  }

  #judged(judgement: Judgement): void {
    if (judgement === 'drop') return;
    const wasCovered = this.#timesCovered >= TIMES_COVERED;
    this.#timesCovered = judgement === 'covered' ? this.#timesCovered + 1 : 0;
    if (judgement === 'covered' && this.#dialogHost.reopen()) this.#sight.restart();
    if (wasCovered !== this.#timesCovered >= TIMES_COVERED) this.#draw();
  }

  #draw(): void {
    render(
      <GateProvider value={{ run: this.#run, options: this.#options, words: this.#words }}>
        <DialogView isCovered={this.#timesCovered >= TIMES_COVERED} />
      </GateProvider>,
      this.#view,
    );
  }

  #closeModal(): void {
    if (this.#modal.signal.aborted) return;
    this.#modal.abort();
    render(null, this.#view);
    this.#dialogHost.closeModal();
  }
}
