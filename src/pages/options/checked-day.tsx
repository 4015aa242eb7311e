import { longDate } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/clock.ts';
import { CONFIRMATION_LASTS_MS } from '../../domain/policy/policy.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../texts.ts';

export interface CheckedDayProps {
  readonly checkedAt: Instant;
  readonly isDue: boolean;
  readonly onAgain: () => void;
}

/** When "24 hours" was last tried, and a reminder once that is too long ago. */
export function CheckedDay({ checkedAt, isDue, onAgain }: CheckedDayProps) {
  const { t, languageTag } = useTexts();
  const date = longDate(checkedAt, languageTag);
  if (!isDue) {
    const until = longDate(checkedAt + CONFIRMATION_LASTS_MS, languageTag);
    return <p class="quiet">{t('optionsDayChecked', date, until)}</p>;
  }
  return (
    <Notice tone="warn" title={t('optionsDayDueTitle')}>
      <p>{t('optionsDayDueBody', date)}</p>
      <Button onPress={onAgain}>{t('optionsDayAgain')}</Button>
    </Notice>
  );
}
