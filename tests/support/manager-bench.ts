import { onTestFinished, vi } from 'vitest';
import type { Attempt } from '../../src/domain/broadcast/broadcast.ts';
import type { Nonce } from '../../src/domain/broadcast/nonce.ts';
import type { HeldRequest, HeldRequests, SeenRequest } from '../../src/features/held-requests.ts';
import type {
  GateNews,
  ManagerContext,
  ManagerFeature,
  SeenOutcome,
} from '../../src/features/manager-context.ts';
import { Troubles } from '../../src/features/troubles.ts';
import type { GateSettings } from '../../src/messaging/gate-protocol.ts';
import type { Translate } from '../../src/platform/i18n.ts';
import { Listeners } from '../../src/platform/listeners.ts';
import { FakeManagerPage } from './fake-manager-page.ts';
import { FakeWorker, inJapanese } from './feature-bench.ts';

const ENFORCED: GateSettings = {
  network: 'enforce',
  lock: 'enforce',
  button: 'enforce',
  texts: null,
  sendLabels: [],
};

/** The gate's settings, as a test changes them; null: the worker has not told them yet. */
class FakeManagerSettings {
  inForce: GateSettings | null = ENFORCED;
  translate = inJapanese;
  readonly #listeners = new Listeners<void>();

  current(): GateSettings | null {
    return this.inForce;
  }

  languageTag(): string {
    return this.translate('commonLanguageTag');
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener, signal);
  }

  change(change: Partial<GateSettings>, translate?: Translate): void {
    this.inForce = { ...(this.inForce ?? ENFORCED), ...change };
    this.translate = translate ?? this.translate;
    this.#listeners.tell();
  }
}

/** The network gate at the port. */
class FakeHeldRequests implements HeldRequests {
  connected = true;
  mode: 'off' | 'observe' | 'enforce' = 'enforce';
  readonly held = new Listeners<HeldRequest>();
  readonly tests = new Listeners<SeenRequest>();
  readonly observed = new Listeners<SeenRequest>();
  readonly standby = new Listeners<readonly Nonce[]>();

  onHeld(listener: (request: HeldRequest) => void, signal: AbortSignal): void {
    this.held.add(listener, signal);
  }

  onObserved(listener: (observed: SeenRequest) => void, signal: AbortSignal): void {
    this.observed.add(listener, signal);
  }

  onStandby(listener: (nonces: readonly Nonce[]) => void, signal: AbortSignal): void {
    this.standby.add(listener, signal);
  }

  onTest(listener: (test: SeenRequest) => void, signal: AbortSignal): void {
    this.tests.add(listener, signal);
  }

  setMode(mode: 'off' | 'observe' | 'enforce'): void {
    this.mode = mode;
  }
}

/** What the worker tells, at the port. */
class FakeGateNews implements GateNews {
  readonly askedFor = new Listeners<Attempt>();
  readonly outcomes = new Listeners<SeenOutcome>();
  readonly unconfirmed = new Listeners<void>();

  onAskFor(listener: (attempt: Attempt) => void, signal: AbortSignal): void {
    this.askedFor.add(listener, signal);
  }

  onOutcome(listener: (outcome: SeenOutcome) => void, signal: AbortSignal): void {
    this.outcomes.add(listener, signal);
  }

  onUnconfirmed(listener: () => void, signal: AbortSignal): void {
    this.unconfirmed.add(listener, signal);
  }
}

/** Everything a feature of the manager page works with; it all ends with the test. */
export function managerBench() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const ending = new AbortController();
  onTestFinished(() => {
    ending.abort();
    vi.useRealTimers();
    document.body.replaceChildren();
  });
  const page = new FakeManagerPage();
  const settings = new FakeManagerSettings();
  const worker = new FakeWorker();
  const troubles = new Troubles();
  const gate = new FakeHeldRequests();
  const clock = { now: () => Date.now() };
  const news = new FakeGateNews();
  const context: ManagerContext = {
    document,
    page,
    clock,
    settings,
    worker: worker.link,
    troubles,
    gate,
    news,
    isTop: true,
  };
  return {
    page,
    settings,
    worker,
    troubles,
    gate,
    news,
    context,
    start: (feature: ManagerFeature) => feature(context, ending.signal),
    end: () => ending.abort(),
  };
}
