import { setMaxListeners } from 'node:events';
import * as v from 'valibot';
import { vi } from 'vitest';
import type { Attempt, Broadcast } from '../../src/domain/broadcast/broadcast.ts';
import { type Nonce, nonceSchema } from '../../src/domain/broadcast/nonce.ts';
import { startBroadcastGate } from '../../src/features/broadcast-gate/broadcast-gate.ts';
import type { HeldRequest } from '../../src/features/held-requests.ts';
import { DONE } from '../../src/messaging/gate-protocol.ts';
import { attemptId, broadcastOf } from './broadcasts.ts';
import { reportVisibility } from './gate-dialog-stand-ins.ts';
import { managerBench } from './manager-bench.ts';
import { click } from './trusted-events.ts';

// A dialog listens to its end in a dozen places; Node takes that for a leak.
setMaxListeners(40);

export const PASS = 'cd'.repeat(16);

export function nonceOf(n: number): Nonce {
  return v.parse(nonceSchema, n.toString(16).padStart(32, '0'));
}

/** A request that the network gate holds: keeps what was done with it. */
export class FakeHeld implements HeldRequest {
  readonly kind: 'commit' | 'harmless';
  readonly nonce: Nonce;
  readonly canWait: boolean;
  readonly broadcast: Broadcast;
  /** In the order of the calls. */
  readonly fate: string[] = [];
  readonly #gone = new AbortController();

  constructor(change: Partial<Pick<HeldRequest, 'kind' | 'nonce' | 'canWait' | 'broadcast'>> = {}) {
    this.kind = change.kind ?? 'commit';
    this.nonce = change.nonce ?? nonceOf(1);
    this.canWait = change.canWait ?? true;
    this.broadcast = change.broadcast ?? broadcastOf();
  }

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  release(): void {
    this.fate.push('released');
  }

  refuse(): void {
    this.fate.push('refused');
  }

  letNext(ms: number): void {
    this.fate.push(`next ${ms}`);
  }

  /** The page gives it up. */
  abandon(): void {
    this.#gone.abort();
  }
}

/** An attempt that was stopped where no script of ours saw it. */
export function lockedAttempt(n = 9): Attempt {
  return {
    id: attemptId(n),
    source: 'lock',
    broadcast: broadcastOf(),
    page: { accountName: null, people: null, recognised: false },
    isDraft: false,
  };
}

/** The gate's feature on a fake page, before a worker that asks for nothing and has no pass yet. */
export function attemptBench(prepare: (bench: ReturnType<typeof managerBench>) => void = () => {}) {
  const bench = managerBench();
  vi.useFakeTimers();
  const { worker, gate } = bench;
  const answers = {
    redeemWaiting: { result: 'no-pass' },
    openAttempt: {
      items: [],
      findings: [],
      changes: [],
      coolDownSeconds: 0,
      wayOut: { rule: 'reason', contacts: [] },
    },
    completeAttempt: { pass: PASS, open: { items: [], findings: [] } },
    releaseRequest: { result: 'armed', attempt: attemptId(1) },
    armNextPress: { seconds: 60 },
    armHarmless: DONE,
    endAttempt: DONE,
    askInPage: DONE,
    observed: DONE,
    learnSendLabel: DONE,
    testSeen: DONE,
  };
  for (const [verb, answer] of Object.entries(answers)) worker.answers.set(verb, answer);
  prepare(bench);
  bench.start(startBroadcastGate);
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    ...bench,
    settle,
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    asked: () => worker.asked.map(({ verb }) => verb),
    /** The network gate stops a request. */
    hold: async (...requests: readonly FakeHeld[]) => {
      for (const request of requests) gate.held.tell(request);
      await settle();
    },
    /** Answers the checklist, which asks for nothing, by its last button. */
    finish: async () => {
      reportVisibility(true);
      await vi.advanceTimersByTimeAsync(600);
      const final = dialogHost()?.shadowRoot?.querySelector('.final');
      if (!final) throw new Error('no final button');
      click(final);
      await settle();
    },
    /** Goes back by the Escape key. */
    cancel: async () => {
      dialogHost()
        ?.shadowRoot?.querySelector('dialog')
        ?.dispatchEvent(new Event('cancel', { cancelable: true }));
      await settle();
    },
  };
}

function dialogHost(): HTMLElement | null {
  return document.querySelector<HTMLElement>('matta-gate');
}

/** How far the checklist on the page has come; null where there is none. */
export function phaseShown(): string | null {
  return dialogHost()?.dataset['phase'] ?? null;
}
