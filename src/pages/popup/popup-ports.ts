import type { Clock } from '../../domain/clock.ts';
import type { LineSide } from '../../domain/line-address.ts';
import type { WarnSetting } from '../../domain/unsend/status.ts';
import type { AnswerOf, HealthReport } from '../../messaging/protocol.ts';

export type Unsendable = AnswerOf<'unsendable'>;
export type UnsendableMessage = Unsendable['messages'][number];

/** The tab beside which the popup was opened. */
export interface CurrentTab {
  readonly id: number;
  /** Which side of LINE's its page belongs to, whether or not Matta runs in it; null: neither. */
  readonly side: LineSide | null;
}

/** Everything the popup needs from outside. */
export interface PopupPorts {
  readonly clock: Clock;
  readonly warn: WarnSetting;
  readonly unsendable: () => Promise<Unsendable>;
  /** Null when the browser names no tab. */
  readonly currentTab: () => Promise<CurrentTab | null>;
  readonly tabHealth: (tabId: number) => Promise<HealthReport | null>;
  /** What the content script knows of its page, without anybody's text. Rejects when no content script answers. */
  readonly diagnosticReport: (tabId: number) => Promise<string>;
  readonly copyText: (text: string) => Promise<void>;
  /** Brings the tab that shows this address to the front, or opens one. */
  readonly openConversation: (address: string) => Promise<void>;
  readonly openOptions: () => Promise<void>;
}
