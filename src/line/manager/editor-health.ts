import { SECOND } from '../../domain/clock.ts';
import { Listeners } from '../../platform/listeners.ts';
import { SoonestTimer } from '../soonest-timer.ts';
import { alternativeOf, anySelector, type ManagerAnchor, managerAnchors } from './anchors.ts';
import { dialogAround } from './dialogs.ts';
import type { ManagerHealth, ManagerPlace } from './manager-page.ts';
import { buttonsIn, isInNavigation } from './pressables.ts';
import { findAll, type OpenRoot } from './roots.ts';
import type { SendButtons } from './send-button.ts';

/** How long LINE may take to show its editor before its absence counts as a changed page. */
const LOADING_TAKES_MS = 3 * SECOND;
/** Changes of the page are looked at together, this long after the first. */
const SETTLES_AFTER_MS = SECOND;

interface HealthPorts {
  readonly openRoot: OpenRoot;
  readonly buttons: SendButtons;
}

/**
 * Says whether the editor is what we take it for. It is recognised by its actions: one button at least that sends, saves a
 * draft or sends a test. Looks only where a broadcast is written, and only while the tab is in view.
 */
export class EditorHealth {
  readonly #document: Document;
  readonly #ports: HealthPorts;
  readonly #listeners = new Listeners<ManagerHealth>();
  readonly #timer = new SoonestTimer(() => this.#look());
  readonly #observer = new MutationObserver(() => this.#within(SETTLES_AFTER_MS));
  #isEditor = false;
  /** Since when the actions are missed, on the page's own clock; null: they are there. */
  #missedSince: number | null = null;
  #health: ManagerHealth = { state: 'starting', problems: [], anchors: {} };

  constructor(document: Document, ports: HealthPorts, signal: AbortSignal) {
    this.#document = document;
    this.#ports = ports;
    managerAnchors.onChange(() => this.lookAgain(), signal);
    document.addEventListener('visibilitychange', () => this.lookAgain(), { signal });
    signal.addEventListener('abort', () => this.#rest(), { once: true });
  }

  /** Calls back with the present health and with every change of it. */
  onChange(listener: (health: ManagerHealth) => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
    if (!signal.aborted) listener(this.#health);
  }

  /** Another page is shown, which gets its own time to appear. */
  follow(place: ManagerPlace): void {
    this.#rest();
    this.#isEditor = place === 'editor';
    if (!this.#isEditor) {
      this.#tell({ state: 'idle', problems: [], anchors: {} });
      return;
    }
    this.#missedSince = null;
    this.#tell({ state: 'starting', problems: [], anchors: {} });
    this.#observer.observe(this.#document, { childList: true, subtree: true });
    this.#within(0);
  }

  /** True while the editor's actions are on the page. */
  isRecognised(): boolean {
    return this.#actions().length > 0;
  }

  /** What counts as a button that sends has changed. */
  lookAgain(): void {
    if (this.#isEditor) this.#within(0);
  }

  #rest(): void {
    this.#observer.disconnect();
    this.#timer.cancel();
  }

  #within(afterMs: number): void {
    if (!this.#document.hidden) this.#timer.within(afterMs);
  }

  #look(): void {
    if (this.#document.hidden) return;
    const actions = this.#actions();
    const seen = this.#anchorsOf(actions);
    if (actions.length > 0) {
      this.#missedSince = null;
      // A second look: the button that sends has its place, too, if its word is new.
      const differs = this.#sendsOtherwise();
      this.#tell({
        state: differs ? 'degraded' : 'healthy',
        problems: differs ? ['readings-differ'] : [],
        anchors: seen,
      });
      return;
    }
    const now = performance.now();
    this.#missedSince ??= now;
    if (now - this.#missedSince >= LOADING_TAKES_MS)
      this.#tell({ state: 'degraded', problems: ['editor-not-recognised'], anchors: seen });
    // What appears inside a shadow root is not observed.
    this.#within(LOADING_TAKES_MS);
  }

  #actions(): readonly HTMLElement[] {
    const { openRoot, buttons } = this.#ports;
    return buttonsIn(this.#document, openRoot).filter(
      (element) =>
        (buttons.isDraftOrTest(element) || buttons.read(element, 'other') !== null) &&
        dialogAround(element) === null &&
        !isInNavigation(element),
    );
  }

  #sendsOtherwise(): boolean {
    const { openRoot, buttons } = this.#ports;
    return buttonsIn(this.#document, openRoot).some(
      (element) =>
        dialogAround(element) === null &&
        buttons.looksLikeSending(element) &&
        buttons.read(element, 'other') === null,
    );
  }

  #anchorsOf(actions: readonly HTMLElement[]): Readonly<Record<string, number>> {
    const [action] = actions;
    const named = [
      'accountName',
      'messageText',
      'section',
      'date',
      'switch',
    ] as const satisfies ManagerAnchor[];
    const found = named.map((name) => [name, this.#alternativeFound(name)] as const);
    return Object.fromEntries([
      ['action', action === undefined ? -1 : alternativeOf('pressable', action)] as const,
      ...found,
    ]);
  }

  #alternativeFound(name: ManagerAnchor): number {
    const all = findAll(this.#document, anySelector(name), this.#ports.openRoot);
    return managerAnchors
      .alternatives(name)
      .findIndex((selector) => all.some((element) => element.matches(selector)));
  }

  #tell(health: ManagerHealth): void {
    const isSame = JSON.stringify(health) === JSON.stringify(this.#health);
    this.#health = health;
    if (!isSame) this.#listeners.tell(health);
  }
}
