import { isoDateTime, recentTime } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/clock.ts';
import { chatAddress } from '../../domain/line-address.ts';
import { isUnconfirmed } from '../../domain/unsend/message-kind.ts';
import type { TimeLeft } from '../../domain/unsend/status.ts';
import type { StoredMessage } from '../../messaging/protocol.ts';
import type { Translate } from '../../platform/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { AccountLabel } from '../account-label.tsx';
import { useTexts } from '../texts.ts';
import type { Countdown } from './countdown.ts';
import { KINDS } from './kinds.ts';

export interface MessageItemProps {
  readonly message: StoredMessage;
  readonly countdown: Countdown;
  readonly accountName: string;
  readonly now: Instant;
  readonly onOpen: (address: string) => Promise<void>;
}

/** One message: how long it can still be unsent, what and when it was, and the way to its conversation. */
export function MessageItem({ message, countdown, accountName, now, onOpen }: MessageItemProps) {
  const { t, languageTag } = useTexts();
  const kind = KINDS[message.kind];
  const address = chatAddress(message.account, message.conversation);
  const sentAt = message.sendTime.earliest;
  const open = (event: MouseEvent) => {
    event.preventDefault();
    void onOpen(address);
  };
  return (
    <li>
      <a class="message" data-urgency={countdown.urgency} href={address} onClick={open}>
        <span class="message-row">
          <span class="message-kind">
            <Icon name={kind.icon} />
            {t(kind.label)}
            <UrgencyWords countdown={countdown} />
          </span>
          <span class="message-left" role="timer">
            {timeLeftText(countdown.left, t)}
          </span>
        </span>
        <span class="message-row">
          <span class="message-facts">
            <time dateTime={isoDateTime(sentAt)}>
              {t('popupSentAt', recentTime(sentAt, now, languageTag))}
            </time>
            <AccountLabel account={message.account} name={accountName} />
          </span>
          <span class="message-open">
            {t('popupOpenConversation')}
            <Icon name="open" />
          </span>
        </span>
        {isUnconfirmed(message.kind, message.conversation) && (
          <span class="message-doubt">{t('popupUnconfirmed')}</span>
        )}
      </a>
    </li>
  );
}

/** Urgency in a sign and words: colour alone would not reach everybody. */
function UrgencyWords({ countdown }: { readonly countdown: Countdown }) {
  const { t } = useTexts();
  if (countdown.urgency === 'calm') return null;
  return (
    <span class="message-urgency">
      <Icon name={countdown.urgency} />
      {t(countdown.urgency === 'urgent' ? 'popupUrgent' : 'popupWarn')}
    </span>
  );
}

function timeLeftText(left: TimeLeft, t: Translate): string {
  if (left.unit === 'seconds') return t('popupLeftSeconds', left.amount);
  if (left.amount < 60) return t('popupLeftMinutes', left.amount);
  return t('popupLeftHours', Math.floor(left.amount / 60), left.amount % 60);
}
