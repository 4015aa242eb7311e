import type { Attempt, AttemptId } from '../domain/broadcast/broadcast.ts';
import type { Clock } from '../domain/clock.ts';
import type { Outcome } from '../domain/journal/entry.ts';
import type { ManagerPage } from '../line/manager/manager-page.ts';
import type { GateSettings } from '../messaging/gate-protocol.ts';
import type { Translate } from '../platform/i18n.ts';
import type { HeldRequests } from './held-requests.ts';
import type { Troubles } from './troubles.ts';
import type { WorkerLink } from './worker-link.ts';

/** What a feature on LINE's manager page works with. */
export interface ManagerContext {
  readonly document: Document;
  readonly page: ManagerPage;
  readonly clock: Clock;
  readonly settings: ManagerSettings;
  readonly worker: WorkerLink;
  readonly troubles: Troubles;
  readonly gate: HeldRequests;
  readonly news: GateNews;
  /** False in a frame inside the page: there is no room for a checklist, so it opens in the page itself. */
  readonly isTop: boolean;
}

/** What the worker tells this tab about broadcasts. */
export interface GateNews {
  /** A broadcast was stopped outside of this script's sight: the checklist shall open for it. */
  onAskFor(listener: (attempt: Attempt) => void, signal: AbortSignal): void;
  onOutcome(listener: (outcome: SeenOutcome) => void, signal: AbortSignal): void;
  /** A broadcast went out that nothing had allowed, or that was not what had been allowed. */
  onUnconfirmed(listener: () => void, signal: AbortSignal): void;
}

/** What became of a broadcast that was let go; `status` is the HTTP status where there was an answer. */
export interface SeenOutcome {
  readonly attempt: AttemptId;
  readonly outcome: Outcome;
  readonly status: number | null;
}

/** The gate's settings in force, and texts in the language that goes with them. */
export interface ManagerSettings {
  /** Null until the worker has told them: then everything is held, as by default. */
  current(): GateSettings | null;
  readonly translate: Translate;
  /** The language of the texts, as an HTML language tag. */
  languageTag(): string;
  onChange(listener: () => void, signal: AbortSignal): void;
}

/** A feature of the manager page starts once and ends with `signal`; nothing of it may be left then. */
export type ManagerFeature = (context: ManagerContext, signal: AbortSignal) => void;
