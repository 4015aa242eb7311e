import type { Clock } from '../domain/clock.ts';
import type { AccountId } from '../domain/unsend/identity.ts';
import type { WindowInForce } from '../domain/unsend/window.ts';
import type { ChatPage } from '../line/chat/chat-page.ts';
import type { PageSettings } from '../messaging/protocol.ts';
import type { Translate } from '../platform/i18n.ts';
import type { Troubles } from './troubles.ts';
import type { WorkerLink } from './worker-link.ts';

/** What a feature works with. */
export interface FeatureContext {
  readonly document: Document;
  readonly page: ChatPage;
  readonly clock: Clock;
  readonly settings: SettingsSource;
  readonly worker: WorkerLink;
  readonly troubles: Troubles;
}

/** What is in force for an account: its settings, or until they have come such as promise nothing. */
export interface SettingsInForce extends Pick<PageSettings, 'warn'> {
  readonly window: WindowInForce;
}

/** The settings in force. Those of one account never serve another. */
export interface SettingsSource {
  of(account: AccountId): SettingsInForce;
  /** True for the moment that the settings usually take to come, for which it is worth to wait. */
  isAwaited(account: AccountId): boolean;
  /** Texts in the chosen language. */
  readonly translate: Translate;
  /** False when the texts merely follow the browser's language, because nobody has chosen another. */
  readonly isLanguageChosen: boolean;
  onChange(listener: () => void, signal: AbortSignal): void;
}

/** A feature starts once and ends with `signal`; nothing of it may be left then. */
export type Feature = (context: FeatureContext, signal: AbortSignal) => void;
