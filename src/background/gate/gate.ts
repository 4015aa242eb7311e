import * as v from 'valibot';
import { PassBook, passIdSchema } from '../../domain/broadcast/pass-book.ts';
import type { JournalEvent } from '../../domain/journal/entry.ts';
import { randomHex } from '../../platform/random-hex.ts';
import { WrongTries } from '../../storage/approval-tries.ts';
import { gateMemory } from '../../storage/gate-memory.ts';
import type { KeepingArea } from '../../storage/kept-area.ts';
import { knownManagers, sendLabels } from '../../storage/known-managers.ts';
import type { StorageArea } from '../../storage/storage-area.ts';
import type { Alarms, NetRequestRules, WebRequest } from '../ports.ts';
import type { TabEvents } from '../tab-health.ts';
import { ApprovalBook } from './approval/approval-book.ts';
import { ApproverDoor } from './approval/approver-door.ts';
import { type GateAnswers, gateAnswers } from './gate-answers.ts';
import type { GatePorts } from './gate-ports.ts';
import { LateEntries } from './late-entries.ts';
import { followLineClock } from './line-clock.ts';
import { LOCK_ALARM, Lock } from './lock.ts';
import { LockMode } from './lock-mode.ts';
import { PageReach, type PageReachPorts } from './page-reach.ts';
import { PassDesk } from './pass-desk.ts';
import { Witness } from './witness.ts';

/** The worker's own parts and the browser, from which the gate makes the rest of its ports. */
export interface GateOptions
  extends Pick<
      GatePorts,
      'clock' | 'clocks' | 'readPolicy' | 'readGate' | 'journal' | 'texts' | 'report' | 'openApprovalPage'
    >,
    Pick<PageReachPorts, 'scripting' | 'contentScripts'> {
  readonly tabs: PageReachPorts['tabs'] & TabEvents;
  readonly rules: NetRequestRules;
  readonly alarms: Pick<Alarms, 'create'>;
  /** Milliseconds since this worker has started, by a clock that nobody can set. */
  readonly sinceStart: () => number;
  /** `storage.local` */
  readonly local: StorageArea;
  /** `storage.session` */
  readonly session: StorageArea;
  /** A database of the gate's own. */
  readonly kept: KeepingArea;
}

/** The worker's side of the gate before broadcasts. */
export class Gate {
  readonly answers: GateAnswers;
  readonly #options: GateOptions;
  readonly #lock: Lock;
  readonly #lockMode: LockMode;
  readonly #late: LateEntries;
  readonly #desk: PassDesk;
  readonly #witness: Witness;

  constructor(options: GateOptions) {
    this.#options = options;
    const { local, session, kept } = options;
    const memory = gateMemory(session, kept);
    this.#lock = new Lock({ ...options, memory });
    this.#lockMode = new LockMode(options.rules, this.#lock);
    this.#late = new LateEntries(local, options.journal, options.report);
    const ports: GatePorts = {
      ...options,
      memory,
      approvals: new ApprovalBook({ ...options, approvals: memory.approvals }),
      door: new ApproverDoor({ tries: new WrongTries(local), sinceStart: options.sinceStart }),
      late: this.#late,
      lock: this.#lock,
      reassertLock: () => this.#reassertLock(),
      passes: new PassBook(() => v.parse(passIdSchema, randomHex())),
      accounts: knownManagers(local),
      labels: sendLabels(local),
      pages: new PageReach(options),
    };
    this.#desk = new PassDesk(ports);
    this.#witness = new Witness(ports);
    this.answers = gateAnswers(ports, this.#desk);
  }

  /** Registers every listener, at once; to be called at the top level of the worker. */
  watch(webRequest: WebRequest): void {
    const { tabs, clocks } = this.#options;
    this.#witness.watch(webRequest);
    followLineClock(webRequest, clocks);
    tabs.onRemoved.addListener((tabId) => {
      this.#desk.leave(tabId);
      this.#lock.closeTab(tabId);
    });
    tabs.onUpdated.addListener((tabId, { status }) => {
      if (status === 'loading') this.#desk.leave(tabId);
    });
  }

  /** Closes what an earlier worker had opened, and makes the browser's lock follow the policy. To be called at every start. */
  async start(): Promise<void> {
    await Promise.all([this.#lock.start(), this.followPolicy(), this.#late.catchUp()]);
  }

  /** Writes down what is about no broadcast. @throws when neither the journal nor its stand-in takes it */
  async note(event: JournalEvent): Promise<void> {
    await this.#late.append(
      { at: this.#options.clock.now(), attempt: null, account: null, event },
      randomHex(),
    );
  }

  async followPolicy(): Promise<void> {
    const reading = this.#options.readPolicy('until-known');
    await this.#lockMode.follow(reading.then(({ gate }) => gate.lock));
  }

  #reassertLock(): void {
    this.#lockMode.reassert().catch((error: unknown) => this.#options.report('look after the lock', error));
  }

  onAlarm(name: string): void {
    if (name === LOCK_ALARM) this.#lock.closeOver();
  }

  /** Settles when every request that was told of has been dealt with. */
  settled(): Promise<void> {
    return this.#witness.settled();
  }
}
