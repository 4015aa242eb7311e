import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import type { Broadcast, PageFacts } from '../../domain/broadcast/broadcast.ts';
import type { HealthProblem, HealthState } from '../../domain/health.ts';

/** Where in the manager an address leads. `editor`: a broadcast is created or edited. `list`: broadcasts are listed. */
export type ManagerPlace = 'editor' | 'list' | 'other';

/** LINE's manager page in our words: what features work with. They never see a selector. */
export interface ManagerPage {
  /** The account in the address. */
  account(): BasicId | null;
  place(): ManagerPlace;
  /** Calls back with every change of address inside the page, and with the first. */
  onPlace(listener: (place: ManagerPlace) => void, signal: AbortSignal): void;
  /** What the page shows now about the broadcast in its editor. */
  facts(): PageFacts;
  /** The broadcast as the editor shows it; null unless every part of it can be read for sure. */
  shownBroadcast(): Broadcast | null;
  /**
   * Calls back, before the page hears of it, for every press that by all signs sends the broadcast. The press is kept from
   * the page when the listener answers `hold`. `isFinal`: inside a dialog that asks for confirmation.
   */
  onSendPress(listener: (press: SendPress) => 'hold' | 'pass', signal: AbortSignal): void;
  /** Labels of buttons that were seen to send, besides the usual words. */
  useSendLabels(labels: readonly string[]): void;
  /** The label of what was pressed last, if that was a moment ago; null where nothing has one. */
  lastPressedLabel(): string | null;
  /** The language of the page's own texts, as an HTML language tag; empty when the page does not say. */
  language(): string;
  /** Calls back with the present health and with every change of it. */
  onHealth(listener: (health: ManagerHealth) => void, signal: AbortSignal): void;
  /** An outline of the page for a report: elements and classes, none of its texts. */
  skeleton(): string;
}

/** A press on a button that sends. */
export interface SendPress {
  readonly element: HTMLElement;
  readonly label: string;
  readonly isFinal: boolean;
}

/** How well the page is understood, and which alternative of each anchor matched last (-1: none). */
export interface ManagerHealth {
  readonly state: HealthState;
  readonly problems: readonly HealthProblem[];
  readonly anchors: Readonly<Record<string, number>>;
}
