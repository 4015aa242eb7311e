import { useEffect, useMemo } from 'preact/hooks';
import { useTexts } from '../texts.ts';
import { useNow } from '../use-now.ts';
import { countdownOf, nextCountdownChange } from './countdown.ts';
import { EmptyState } from './empty-state.tsx';
import { MessageItem } from './message-item.tsx';
import type { PopupPorts, Unsendable } from './popup-ports.ts';

export interface MessageListProps {
  readonly unsendable: Unsendable;
  readonly ports: PopupPorts;
  readonly reload: () => void;
}

/** The messages that can still be unsent, the most urgent first; one whose time is up leaves the list. */
export function MessageList({ unsendable, ports, reload }: MessageListProps) {
  const { t } = useTexts();
  const deadlines = unsendable.messages.map((entry) => entry.safeUntil);
  const { clockCorrectionMs } = unsendable;
  const clock = useMemo(
    () => ({ now: () => ports.clock.now() + clockCorrectionMs }),
    [ports.clock, clockCorrectionMs],
  );
  const now = useNow(clock, (at) => nextCountdownChange(deadlines, at));
  const live = unsendable.messages
    .toSorted((a, b) => a.safeUntil - b.safeUntil)
    .flatMap((entry) => {
      const countdown = countdownOf(entry.safeUntil, ports.warn, now);
      return countdown === null ? [] : [{ ...entry, countdown }];
    });
  const ended = unsendable.messages.length - live.length;
  const hasMore = unsendable.total > unsendable.messages.length;
  useEffect(() => {
    // A place became free, and somewhere there is a message to fill it.
    if (ended > 0 && hasMore) reload();
  }, [ended, hasMore, reload]);

  if (live.length === 0 && !hasMore) return <EmptyState />;
  return (
    <>
      <ul class="messages">
        {live.map(({ message, countdown }) => (
          <MessageItem
            key={`${message.account} ${message.conversation} ${message.id}`}
            message={message}
            countdown={countdown}
            accountName={unsendable.accountNames[message.account] ?? ''}
            now={now}
            onOpen={ports.openConversation}
          />
        ))}
      </ul>
      {hasMore && <p class="quiet">{t('popupShownOfTotal', live.length, unsendable.total - ended)}</p>}
    </>
  );
}
