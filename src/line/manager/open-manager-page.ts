import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import type { Broadcast, PageFacts } from '../../domain/broadcast/broadcast.ts';
import type { Clock } from '../../domain/clock.ts';
import { Listeners } from '../../platform/listeners.ts';
import { skeletonOf } from '../skeleton.ts';
import { watchRoute } from '../watch-route.ts';
import { readAccountName } from './account-name.ts';
import { EditorHealth } from './editor-health.ts';
import type { ManagerHealth, ManagerPage, ManagerPlace, SendPress } from './manager-page.ts';
import { readPeople } from './people-estimate.ts';
import { readEditor } from './read-editor.ts';
import { type OpenRoot, openRootOnly } from './roots.ts';
import { type ManagerRoute, readManagerPath } from './route.ts';
import { SendButtons } from './send-button.ts';
import { SendPresses } from './send-presses.ts';

/** What the manager page needs of the browser. */
export interface ManagerPorts {
  /** Opens closed shadow roots, too; left out: open ones alone. */
  readonly openRoot?: OpenRoot;
}

/** Opens LINE's manager page. Ends with `signal`, and then no observer, listener or timer is left. */
export function openManagerPage(
  document: Document,
  clock: Clock,
  signal: AbortSignal,
  { openRoot = openRootOnly }: ManagerPorts = {},
): ManagerPage {
  return new LiveManagerPage(document, clock, signal, openRoot);
}

class LiveManagerPage implements ManagerPage {
  readonly #document: Document;
  readonly #openRoot: OpenRoot;
  readonly #buttons: SendButtons;
  readonly #presses: SendPresses | null;
  readonly #health: EditorHealth;
  readonly #placeListeners = new Listeners<ManagerPlace>();
  #address: string;

  constructor(document: Document, clock: Clock, signal: AbortSignal, openRoot: OpenRoot) {
    this.#document = document;
    this.#openRoot = openRoot;
    this.#buttons = new SendButtons(openRoot);
    const { defaultView: window } = document;
    const ports = { clock, openRoot, buttons: this.#buttons, isEditor: () => this.place() === 'editor' };
    this.#presses = window === null ? null : new SendPresses(window, ports, signal);
    this.#health = new EditorHealth(document, { openRoot, buttons: this.#buttons }, signal);
    this.#address = this.#addressNow();
    watchRoute(document, () => this.#followRoute(), signal);
    this.#health.follow(this.place());
  }

  account(): BasicId | null {
    return this.#route().account;
  }

  place(): ManagerPlace {
    return this.#route().place;
  }

  onPlace(listener: (place: ManagerPlace) => void, signal: AbortSignal): void {
    this.#placeListeners.add(listener, signal);
    if (!signal.aborted) listener(this.place());
  }

  facts(): PageFacts {
    return {
      accountName: readAccountName(this.#document),
      people: readPeople(this.#document, this.#openRoot),
      recognised: this.place() === 'editor' && this.#health.isRecognised(),
    };
  }

  shownBroadcast(): Broadcast | null {
    const { account, place } = this.#route();
    if (place !== 'editor' || account === null) return null;
    return readEditor(this.#document, account, this.#openRoot);
  }

  onSendPress(listener: (press: SendPress) => 'hold' | 'pass', signal: AbortSignal): void {
    this.#presses?.add(listener, signal);
  }

  useSendLabels(labels: readonly string[]): void {
    this.#buttons.learn(labels);
    this.#health.lookAgain();
  }

  lastPressedLabel(): string | null {
    return this.#presses?.lastLabel() ?? null;
  }

  language(): string {
    return this.#document.documentElement.lang;
  }

  onHealth(listener: (health: ManagerHealth) => void, signal: AbortSignal): void {
    this.#health.onChange(listener, signal);
  }

  skeleton(): string {
    return skeletonOf(this.#document.documentElement);
  }

  /** Read anew each time: whoever asks must not be told of the page before. */
  #route(): ManagerRoute {
    return readManagerPath(this.#document.location.pathname);
  }

  #addressNow(): string {
    const { pathname, search } = this.#document.location;
    return pathname + search;
  }

  #followRoute(): void {
    const address = this.#addressNow();
    if (address === this.#address) return;
    this.#address = address;
    this.#presses?.forgetOpener();
    const place = this.place();
    this.#health.follow(place);
    this.#placeListeners.tell(place);
  }
}
