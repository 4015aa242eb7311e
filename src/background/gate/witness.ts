import * as v from 'valibot';
import type { Attempt, Broadcast } from '../../domain/broadcast/broadcast.ts';
import { attemptIdSchema } from '../../domain/broadcast/broadcast.ts';
import type { JournalEvent, Outcome } from '../../domain/journal/entry.ts';
import { readBroadcastRequest } from '../../line/manager/requests/read-broadcast-request.ts';
import { oneAfterAnother } from '../../platform/one-after-another.ts';
import { randomHex } from '../../platform/random-hex.ts';
import type { Flight } from '../../storage/gate-memory.ts';
import type { RequestDetails, WebRequest } from '../ports.ts';
import type { About } from './attempt-record.ts';
import { type Departure, flightOf, readDeparture } from './flight.ts';
import type { GatePorts } from './gate-ports.ts';
import { FREE_METHODS, WATCHED } from './locked-address.ts';

type Used = 'clock' | 'late' | 'lock' | 'memory' | 'pages' | 'readPolicy' | 'reassertLock' | 'report';
type WitnessPorts = Pick<GatePorts, Used>;

const BLOCKED = 'net::ERR_BLOCKED_BY_CLIENT';
const MOST_BROADCASTS = 50;

/**
 * Looks on while requests leave for LINE and come back, whoever sent them, and writes down what became of broadcasts. It
 * decides nothing, but it uses up the permissions of the {@link Lock}, and opens the checklist where the lock has stopped a
 * broadcast that no script of ours had seen.
 */
export class Witness {
  readonly #ports: WitnessPorts;
  readonly #inTurn = oneAfterAnother();
  /** What the requests under way say, and when they left by `performance.now()`; lost with the worker, for it is text. */
  readonly #underWay = new Map<string, { readonly broadcast: Broadcast; readonly leftAt: number }>();

  constructor(ports: WitnessPorts) {
    this.#ports = ports;
  }

  /** Registers the listeners, at once. */
  watch(webRequest: WebRequest): void {
    const filter = { urls: [...WATCHED] };
    webRequest.onBeforeRequest.addListener(
      (details) => {
        if (!isFree(details)) this.#depart(readDeparture(details));
        return undefined;
      },
      filter,
      ['requestBody'],
    );
    webRequest.onCompleted.addListener((details) => {
      if (!isFree(details)) this.#land(details, (flight) => this.#arrived(flight, details.statusCode));
    }, filter);
    webRequest.onErrorOccurred.addListener((details) => {
      if (isFree(details)) return;
      const isBlocked = details.error === BLOCKED;
      this.#land(details, (flight) =>
        isBlocked ? this.#blocked(flight, details) : this.#arrived(flight, null),
      );
    }, filter);
  }

  /** Settles when everything has been dealt with that was told of before. */
  settled(): Promise<void> {
    return this.#inTurn(async () => undefined);
  }

  #depart(departure: Departure | null): void {
    if (departure === null) return;
    this.#ports.reassertLock();
    const { details, broadcast } = departure;
    const { requestId } = details;
    // A request that the server sends on comes by twice, and is what it was.
    if (this.#underWay.has(requestId)) return;
    this.#underWay.set(requestId, { broadcast, leftAt: performance.now() });
    const [oldest] = this.#underWay.keys();
    if (oldest !== undefined && this.#underWay.size > MOST_BROADCASTS) this.#underWay.delete(oldest);
    // Before any wait, so that a second request finds the permission used.
    const claiming = this.#ports.lock.claim(details);
    this.#do(async () => this.#ports.memory.flights.put(flightOf(departure, await claiming)));
  }

  #land(details: RequestDetails, judge: (flight: Flight) => Promise<void>): void {
    this.#do(async () => {
      const flight = await this.#ports.memory.flights.take(details.requestId);
      if (flight !== null) await judge(flight);
      this.#underWay.delete(details.requestId);
    });
  }

  /** @param status null when no answer came */
  async #arrived(flight: Flight, status: number | null): Promise<void> {
    const { allowed, differs, isDraft } = flight;
    if (allowed === null) {
      if (!isDraft) await this.#unallowed(flight, status);
      return;
    }
    if (differs) await this.#unconfirmed(flight, 'other-content', status);
    if (allowed.kind === 'harmless' || allowed.attempt === null) return;
    const { attempt, account } = allowed;
    const event = { kind: 'outcome', outcome: outcomeOf(flight, status), status } as const;
    await this.#write({ attempt, account }, event);
    await this.#ports.pages.tell(allowed.tabId, {
      push: 'outcome',
      attempt,
      outcome: event.outcome,
      status,
    });
  }

  async #unallowed(flight: Flight, status: number | null): Promise<void> {
    const gate = await this.#rules();
    switch (gate.lock) {
      case 'enforce':
        return this.#unconfirmed(flight, 'not-allowed', status);
      case 'observe':
        return this.#write(aboutOf(flight), { kind: 'observed', layer: 'lock' });
      case 'off':
        return this.#unconfirmed(flight, 'lock-off', status, gate.network === 'enforce');
    }
  }

  /** A lock that is said not to stop anything may only not be known yet. */
  async #rules() {
    const { gate } = await this.#ports.readPolicy();
    return gate.lock === 'enforce' ? gate : (await this.#ports.readPolicy('until-known')).gate;
  }

  async #unconfirmed(
    flight: Flight,
    why: 'not-allowed' | 'other-content' | 'lock-off',
    status: number | null,
    isTold = true,
  ): Promise<void> {
    await this.#write(aboutOf(flight), { kind: 'unconfirmed', why, status });
    if (!isTold) return;
    for (const tabId of await this.#tabsOf(flight)) {
      await this.#ports.pages.tell(tabId, { push: 'unconfirmed' });
    }
  }

  async #blocked(flight: Flight, { url, requestId }: RequestDetails): Promise<void> {
    const gate = await this.#rules();
    // Other extensions block requests as well: only what our lock stops is ours to explain.
    if (!flight.isLocked || gate.lock !== 'enforce') return;
    const underWay = this.#underWay.get(requestId);
    const broadcast = underWay?.broadcast ?? readBroadcastRequest(url, null);
    const attempt = lockAttempt(broadcast, flight.isDraft);
    const about = { attempt: attempt.id, account: flight.account };
    await this.#write(about, { kind: 'blocked', requestType: flight.requestType });
    for (const tabId of await this.#tabsOf(flight)) {
      await this.#ports.pages
        .askFor(tabId, attempt, underWay?.leftAt ?? null)
        .catch((error: unknown) => this.#ports.report('open the checklist', error));
    }
  }

  /** What cannot be written down, not even beside the journal, has happened all the same: whoever is at work shall hear of it. */
  async #write(about: About, event: JournalEvent): Promise<void> {
    const { clock, late } = this.#ports;
    try {
      // Each is an entry of its own, and comes into the journal once, whenever it can.
      await late.append({ at: clock.now(), ...about, event }, randomHex());
    } catch (error) {
      this.#ports.report('write down what became of a broadcast', error);
    }
  }

  /** A page's service worker has no tab: then whoever is looking at the manager is told. */
  async #tabsOf({ tabId }: Flight): Promise<readonly number[]> {
    return tabId >= 0 ? [tabId] : this.#ports.pages.managersInFront();
  }

  #do(work: () => Promise<void>): void {
    this.#inTurn(work).catch((error: unknown) => this.#ports.report('follow a broadcast', error));
  }
}

function isFree({ method }: RequestDetails): boolean {
  return FREE_METHODS.some((free) => free === method.toLowerCase());
}

function aboutOf({ allowed, account }: Flight): About {
  return { attempt: allowed?.attempt ?? null, account };
}

function lockAttempt(broadcast: Broadcast, isDraft: boolean): Attempt {
  return {
    id: v.parse(attemptIdSchema, randomHex()),
    source: 'lock',
    broadcast,
    page: { accountName: null, people: null, recognised: false },
    isDraft,
  };
}

function outcomeOf({ isScheduled }: Flight, status: number | null): Outcome {
  if (status === null) return 'unknown';
  if (status < 200 || status > 299) return 'refused-by-server';
  return isScheduled ? 'reserved' : 'accepted';
}
