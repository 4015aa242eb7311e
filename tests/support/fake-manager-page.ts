import type { Broadcast, PageFacts } from '../../src/domain/broadcast/broadcast.ts';
import type { HealthProblem, HealthState } from '../../src/domain/health.ts';
import type {
  ManagerHealth,
  ManagerPage,
  ManagerPlace,
  SendPress,
} from '../../src/line/manager/manager-page.ts';
import { Listeners } from '../../src/platform/listeners.ts';
import { BAKERY } from './broadcasts.ts';

/** LINE's manager at the port: it shows what a test says. */
export class FakeManagerPage implements ManagerPage {
  shown: ManagerPlace = 'editor';
  tag = 'ja';
  /** The broadcast that the editor shows; null: it cannot be read for sure. */
  written: Broadcast | null = null;
  /** The label of what was pressed a moment ago. */
  pressed: string | null = null;
  readonly #places = new Listeners<ManagerPlace>();
  readonly #health = new Listeners<ManagerHealth>();
  readonly #presses = new Set<(press: SendPress) => 'hold' | 'pass'>();

  account() {
    return BAKERY;
  }

  place(): ManagerPlace {
    return this.shown;
  }

  onPlace(listener: (place: ManagerPlace) => void, signal: AbortSignal): void {
    this.#places.add(listener, signal);
    if (!signal.aborted) listener(this.shown);
  }

  facts(): PageFacts {
    return { accountName: 'まるやま洋菓子店', people: 1_234, recognised: true };
  }

  shownBroadcast(): Broadcast | null {
    return this.written;
  }

  onSendPress(listener: (press: SendPress) => 'hold' | 'pass', signal: AbortSignal): void {
    this.#presses.add(listener);
    signal.addEventListener('abort', () => this.#presses.delete(listener), { once: true });
  }

  labels: readonly string[] = [];

  useSendLabels(labels: readonly string[]): void {
    this.labels = labels;
  }

  lastPressedLabel(): string | null {
    return this.pressed;
  }

  language(): string {
    return this.tag;
  }

  onHealth(listener: (health: ManagerHealth) => void, signal: AbortSignal): void {
    this.#health.add(listener, signal);
    if (!signal.aborted) listener({ state: 'starting', problems: [], anchors: {} });
  }

  skeleton(): string {
    return 'main';
  }

  /** The operator goes somewhere else inside the page. */
  go(place: ManagerPlace): void {
    this.shown = place;
    this.#places.tell(place);
  }

  tellHealth(state: HealthState, ...problems: readonly HealthProblem[]): void {
    this.#health.tell({ state, problems, anchors: { actions: 0 } });
  }

  /** Presses the button that sends; what the listeners say to it. */
  press(label = '配信', isFinal = false): readonly ('hold' | 'pass')[] {
    const element = document.createElement('button');
    return [...this.#presses].map((listener) => listener({ element, label, isFinal }));
  }
}
