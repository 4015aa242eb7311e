import type { HealthState } from '../../domain/health.ts';
import { Listeners } from '../../platform/listeners.ts';
import { SoonestTimer } from '../soonest-timer.ts';
import type { PageHealth } from './chat-page.ts';
import type { SeenHealth } from './conversation-health.ts';

/** Where health comes from. `look` answers null where there is nothing to look at. */
interface HealthSources {
  look(): SeenHealth | null;
  clockCorrection(): number | null;
}

/** Looks at the page's health now and then, and tells of every change. */
export class HealthWatch {
  readonly #document: Document;
  readonly #sources: HealthSources;
  readonly #listeners = new Listeners<PageHealth>();
  readonly #timer = new SoonestTimer(() => this.#look());
  #health: PageHealth = { state: 'starting', problems: [], anchors: {}, clockCorrectionMs: 0 };

  constructor(document: Document, sources: HealthSources) {
    this.#document = document;
    this.#sources = sources;
  }

  /** Calls back with the present health and with every change of it. */
  onChange(listener: (health: PageHealth) => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
    listener(this.#health);
  }

  /** Looks within this time. Only what is in view tells anything, so nothing is looked at in a hidden tab. */
  within(afterMs: number): void {
    if (!this.#document.hidden) this.#timer.within(afterMs);
  }

  cancel(): void {
    this.#timer.cancel();
  }

  /** There is nothing to look at: no conversation is open, or not yet. */
  tell(state: Extract<HealthState, 'idle' | 'starting'>): void {
    this.#tell({ state, problems: [], anchors: {} });
  }

  #look(): void {
    const seen = this.#document.hidden ? null : this.#sources.look();
    if (seen !== null) this.#tell(seen);
  }

  #tell(seen: SeenHealth): void {
    const health = { ...seen, clockCorrectionMs: this.#sources.clockCorrection() };
    const same = JSON.stringify(health) === JSON.stringify(this.#health);
    this.#health = health;
    if (!same) this.#listeners.tell(health);
  }
}
