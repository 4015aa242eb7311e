import type { StoreState } from '../../messaging/protocol.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../texts.ts';

/** What is wrong with the store of sent messages and what to do; nothing while it is fine. */
export function StoreNotice({ store }: { readonly store: StoreState }) {
  const { t } = useTexts();
  switch (store) {
    case 'fine':
      return null;
    case 'full':
      return (
        <Notice tone="warn" title={t('popupStoreFullTitle')}>
          <p>{t('popupStoreFullBody')}</p>
        </Notice>
      );
    case 'rebuilt':
      return (
        <Notice tone="warn" title={t('popupStoreRebuiltTitle')}>
          <p>{t('popupStoreRebuiltBody')}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="urgent" title={t('popupStoreRefusedTitle')}>
          <p>{t('popupStoreRefusedBody')}</p>
        </Notice>
      );
  }
}
