import type { Change, Sheet, StillOpen } from '../../../domain/broadcast/checklist.ts';
import { missingForWayOut, type WayOut, type WayOutTyped } from '../../../domain/broadcast/way-out.ts';
import type { Instant } from '../../../domain/clock.ts';
import { STANDARD_COOL_DOWN_SECONDS } from '../../../domain/policy/cool-down.ts';
import { Listeners } from '../../../platform/listeners.ts';
import { AnswerSheet } from './answer-sheet.ts';
import { coolDown } from './cool-down.ts';
import type { CoolingPhase, Phase, Trouble } from './gate-phase.ts';
import type { CancelReason, GateDialogOptions, OverrideResult, ReleaseResult } from './gate-ports.ts';

/** By which way the last seconds were reached. */
type Way = Pick<CoolingPhase, 'answers' | 'isOverride'>;

/** One attempt from the first look at the broadcast to its release or refusal. Knows nothing of how it is shown. */
export class GateRun {
  readonly #options: GateDialogOptions;
  readonly #listeners = new Listeners<Phase>();
  readonly #ended = new AbortController();
  #phase: Phase = { name: 'checking', silent: false };
  #counting = new AbortController();
  #askedAt: Instant = 0;
  /** Until the worker says it; whatever is shown, the worker decides. */
  #wayOut: WayOut = { rule: 'reason', contacts: [] };
  #isCompleting = false;

  constructor(options: GateDialogOptions) {
    this.#options = options;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** True while the worker looks at all answers together. */
  get isCompleting(): boolean {
    return this.#isCompleting;
  }

  /** What the rules say of the way out, as far as it is known. */
  get wayOut(): WayOut {
    return this.#wayOut;
  }

  /** Calls back after every change, also of an answer. */
  onChange(listener: (phase: Phase) => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
  }

  /** Asks for the checklist; again, after no answer came. */
  async begin(changes: readonly Change[] = []): Promise<void> {
    this.#go({ name: 'checking', silent: false });
    const sheet = await this.#options.ports.open().catch(() => null);
    if (this.#ended.signal.aborted) return;
    if (sheet === null) this.#go({ name: 'checking', silent: true });
    else this.#ask(sheet.changes.length === 0 ? { ...sheet, changes: [...changes] } : sheet);
  }

  /** The final button: all answers together are judged once more, then the cool-down begins. */
  async finish(): Promise<void> {
    const { phase } = this;
    if (phase.name !== 'asking' || this.#isCompleting || !phase.answers.isComplete()) return;
    const { answers } = phase;
    this.#isCompleting = true;
    this.#go({ ...phase, trouble: null });
    const { clock, ports } = this.#options;
    const tookMs = Math.max(0, Math.round(clock.now() - this.#askedAt));
    const completion = await ports
      .complete(answers.answers(), answers.reasons(), tookMs)
      .catch(() => ({ kind: 'failed' }) as const);
    this.#isCompleting = false;
    if (this.#ended.signal.aborted) return;
    if (completion.kind === 'complete') this.#cool({ answers, isOverride: false }, () => ports.release());
    else if (completion.kind === 'failed') this.#go({ name: 'asking', answers, trouble: 'complete' });
    else await this.#askAnew(answers, completion.open, 'reopened');
  }

  /** The way out. Nothing happens where something is missing for it. */
  override(typed: WayOutTyped): void {
    const { phase } = this;
    if (this.#isCompleting || missingForWayOut(this.#wayOut.rule, typed) !== null) return;
    const release = () => this.#options.ports.override(typed);
    if (phase.name === 'asking') this.#cool({ answers: phase.answers, isOverride: true }, release);
    // Without a checklist the way out is all there is: a wrong alert has to be corrected within minutes.
    else if (phase.name === 'checking' && phase.silent)
      this.#cool({ answers: null, isOverride: true }, release);
  }

  /** Goes back without sending, as long as that can be promised. */
  cancel(): void {
    switch (this.#phase.name) {
      case 'checking':
        this.#refuse(this.#phase.silent ? 'failed' : 'cancelled');
        return;
      case 'asking':
        this.#refuse('cancelled');
        return;
      case 'cooling':
        if (this.#phase.secondsLeft > 0) this.#refuse('stopped');
        return;
      case 'released':
      case 'refused':
        return;
    }
  }

  /** Ends without a word to anybody. */
  end(): void {
    this.#ended.abort();
    this.#counting.abort();
  }

  #ask(sheet: Sheet): void {
    this.#askedAt = this.#options.clock.now();
    this.#go({ name: 'asking', answers: this.#newSheet(sheet), trouble: null });
  }

  /** The worker judged otherwise than what is shown, as when a time has passed meanwhile: its questions of now count. */
  async #askAnew(earlier: AnswerSheet, open: StillOpen, trouble: Trouble): Promise<void> {
    const sheet = await this.#options.ports.open().catch(() => null);
    if (this.#ended.signal.aborted) return;
    const answers = sheet === null ? earlier : this.#newSheet(sheet);
    if (answers !== earlier) answers.takeOver(earlier, open);
    this.#go({ name: 'asking', answers, trouble });
  }

  #newSheet(sheet: Sheet): AnswerSheet {
    this.#wayOut = sheet.wayOut;
    return new AnswerSheet(
      sheet,
      (answer) => this.#options.ports.answer(answer),
      () => this.#listeners.tell(this.#phase),
    );
  }

  #cool(way: Way, release: () => Promise<ReleaseResult | OverrideResult>): void {
    const { clock, document } = this.#options;
    this.#counting = new AbortController();
    coolDown({
      seconds: way.answers?.sheet.coolDownSeconds ?? STANDARD_COOL_DOWN_SECONDS,
      clock,
      document,
      signal: this.#counting.signal,
      onTick: (secondsLeft) => this.#go({ name: 'cooling', ...way, secondsLeft }),
      onEnd: () => void this.#release(way, release),
    });
  }

  async #release(way: Way, release: () => Promise<ReleaseResult | OverrideResult>): Promise<void> {
    this.#counting.abort();
    this.#go({ name: 'cooling', ...way, secondsLeft: 0 });
    const result = await release().catch(() => ({ kind: 'failed' }) as const);
    if (this.#ended.signal.aborted) return;
    switch (result.kind) {
      case 'released':
        return this.#go({ name: 'released', seconds: result.seconds });
      case 'changed':
        return this.begin(result.changes);
      case 'refused':
        this.#wayOut = result.wayOut;
        return this.#backFrom(way.answers, 'refused');
      case 'no-pass':
      case 'failed':
        return this.#backFrom(way.answers, result.kind);
    }
  }

  async #backFrom(answers: AnswerSheet | null, why: 'no-pass' | 'failed' | 'refused'): Promise<void> {
    if (answers === null) this.#go({ name: 'checking', silent: true });
    else if (why === 'no-pass') await this.#askAnew(answers, { items: [], findings: [] }, 'no-pass');
    else this.#go({ name: 'asking', answers, trouble: why === 'failed' ? 'release' : why });
  }

  #refuse(why: CancelReason): void {
    this.end();
    this.#options.ports.cancel(why);
    this.#go({ name: 'refused', why });
  }

  #go(phase: Phase): void {
    this.#phase = phase;
    this.#listeners.tell(phase);
  }
}
