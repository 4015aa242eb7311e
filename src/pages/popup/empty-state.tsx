import { useTexts } from '../texts.ts';

/** Stands where the list would be: what Matta does, and why there is nothing to see. */
export function EmptyState() {
  const { t } = useTexts();
  return (
    <div class="empty">
      <p class="empty-title">{t('popupEmptyTitle')}</p>
      <p>{t('popupEmptyWhat')}</p>
      <p>{t('popupEmptyWhen')}</p>
      <p>{t('popupEmptyGone')}</p>
    </div>
  );
}
