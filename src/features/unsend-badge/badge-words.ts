import type { Instant } from '../../domain/clock.ts';
import type { Region } from '../../domain/policy/policy.ts';
import type { ConversationId } from '../../domain/unsend/identity.ts';
import { isUnconfirmed } from '../../domain/unsend/message-kind.ts';
import type { TimeLeft, UnsendStatus } from '../../domain/unsend/status.ts';
import type { Conversation, OutgoingMessage } from '../../line/chat/chat-page.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { TimeWords } from './time-words.ts';

/** How many short labels are kept; a page shows a few dozen different ones at a time. */
const LABELS_KEPT = 500;

/** Puts what is known of a message into words of one language. */
export class BadgeWords {
  readonly #translate: Translate;
  readonly #times: TimeWords;
  readonly #conversation: ConversationId;
  readonly #region: Region;
  readonly #labels = new Map<string, string>();

  constructor(parts: {
    translate: Translate;
    now: () => Instant;
    conversation: Pick<Conversation, 'id'>;
    region: Region;
  }) {
    this.#translate = parts.translate;
    this.#times = new TimeWords(parts.translate('commonLanguageTag'), parts.now);
    this.#conversation = parts.conversation.id;
    this.#region = parts.region;
  }

  /** The few characters on the badge itself. Asking the browser for a text costs a hundred times a look into a table. */
  label(status: UnsendStatus, isCompact: boolean): string {
    const left = 'left' in status ? status.left : null;
    const isUrgent = status.state === 'warn' && status.urgent;
    const key = `${status.state}/${isUrgent}/${isCompact}/${left?.unit}/${left?.amount}`;
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    if (this.#labels.size >= LABELS_KEPT) this.#labels.clear();
    const label = isCompact ? this.#compactLabel(status) : this.#fullLabel(status);
    this.#labels.set(key, label);
    return label;
  }

  /** One sentence that stays true until the state changes; for screen readers and as a heading. */
  sentence(message: OutgoingMessage, status: UnsendStatus): string {
    switch (status.state) {
      case 'safe':
      case 'warn':
        return this.#translate('badgeSentenceSafe', this.#times.of(status.safeUntil));
      case 'check':
        return this.#translate('badgeSentenceCheck', this.#times.of(status.safeUntil));
      case 'over':
        return this.#translate('badgeSentenceOver', this.#times.of(status.overFrom));
      case 'unknown':
        return this.#translate('badgeSentenceUnknown');
      case 'never':
        return this.#translate(
          message.kind === 'broadcast' ? 'badgeSentenceBroadcast' : 'badgeSentenceAutomatic',
        );
    }
  }

  /** Where the number comes from, that it is cautious on purpose, and until what time of day it holds. */
  tooltip(message: OutgoingMessage, status: UnsendStatus): string {
    const parts = [this.sentence(message, status)];
    if (message.sendTime !== null) {
      const { earliest, source } = message.sendTime;
      parts.push(this.#translate(SOURCE_KEYS[source], this.#times.of(earliest)));
    }
    if ('safeUntil' in status) parts.push(this.#translate('badgeTooltipCautious'));
    if (status.state !== 'never') parts.push(...this.doubts(message));
    return parts.join('\n');
  }

  /** What no source says of such a message: whether its kind can be unsent, and whether that exists in its region. */
  doubts(message: OutgoingMessage): readonly string[] {
    const doubts: string[] = [];
    if (isUnconfirmed(message.kind, this.#conversation)) doubts.push(this.#translate('badgeTooltipKind'));
    if (this.#region !== 'JP') doubts.push(this.#translate('badgeTooltipRegion'));
    return doubts;
  }

  #fullLabel(status: UnsendStatus): string {
    const t = this.#translate;
    switch (status.state) {
      case 'safe': {
        const { hours, minutes } = inHours(status.left);
        return hours > 0 ? t('badgeSafeHours', hours, minutes) : t('badgeSafeMinutes', minutes);
      }
      case 'warn':
        if (status.left.unit === 'seconds') return t('badgeUrgentSeconds', status.left.amount);
        return t(status.urgent ? 'badgeUrgentMinutes' : 'badgeWarnMinutes', status.left.amount);
      case 'check':
        return t('badgeCheck');
      case 'over':
        return t('badgeOver');
      case 'unknown':
        return t('badgeUnknown');
      case 'never':
        return t('badgeNever');
    }
  }

  #compactLabel(status: UnsendStatus): string {
    const t = this.#translate;
    switch (status.state) {
      case 'safe': {
        const { hours, minutes } = inHours(status.left);
        return hours > 0 ? t('badgeShortHours', hours) : t('badgeShortMinutes', minutes);
      }
      case 'warn':
        if (status.left.unit === 'seconds') return t('badgeShortUrgentSeconds', status.left.amount);
        return t(status.urgent ? 'badgeShortUrgentMinutes' : 'badgeShortWarnMinutes', status.left.amount);
      case 'check':
        return t('badgeShortCheck');
      case 'over':
        return t('badgeShortOver');
      case 'unknown':
        return t('badgeShortUnknown');
      case 'never':
        return t('badgeShortNever');
    }
  }
}

const SOURCE_KEYS = {
  id: 'badgeTooltipFromId',
  observed: 'badgeTooltipObserved',
  clock: 'badgeTooltipFromClock',
} as const satisfies Record<string, MessageKey>;

function inHours({ unit, amount }: TimeLeft): { hours: number; minutes: number } {
  if (unit === 'seconds') return { hours: 0, minutes: 0 };
  return { hours: Math.floor(amount / 60), minutes: amount % 60 };
}
