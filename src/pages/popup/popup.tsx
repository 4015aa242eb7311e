import { useCallback } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { findPage } from './find-page.ts';
import { MessageList } from './message-list.tsx';
import { PageHealth } from './page-health.tsx';
import { PAGE_STATES } from './page-states.ts';
import type { PopupPorts } from './popup-ports.ts';
import { StoreNotice } from './store-notice.tsx';

/** The popup: what can still be unsent, and how well the page in this tab is read. */
export function Popup({ ports }: { readonly ports: PopupPorts }) {
  const { t } = useTexts();
  const page = useLoaded(useCallback(() => findPage(ports), [ports]));
  const needsHelp = page.value !== null && PAGE_STATES[page.value.state].needsHelp;
  const health = <PageHealth page={page} ports={ports} />;
  return (
    <>
      <header class="popup-header">
        <img src="/icons/32.png" width="24" height="24" alt="" />
        <h1>Matta</h1>
        <a class="button" href="../journal/index.html" target="_blank" rel="noopener">
          <Icon name="journal" />
          {t('popupJournal')}
        </a>
        <Button onPress={() => void ports.openOptions()}>
          <Icon name="gear" />
          {t('popupOptions')}
        </Button>
      </header>
      <main>
        {needsHelp && health}
        <Unsendable ports={ports} />
        {!needsHelp && health}
      </main>
      <footer class="popup-footer">
        <p>{t('popupEstimate')}</p>
        <p>{t('commonUnofficial')}</p>
      </footer>
    </>
  );
}

function Unsendable({ ports }: { readonly ports: PopupPorts }) {
  const { t } = useTexts();
  const { state, value, reload } = useLoaded(ports.unsendable);
  return (
    <section class="popup-section" aria-labelledby="unsendable">
      {value !== null && <StoreNotice store={value.store} />}
      <h2 id="unsendable">{t('popupListHeading')}</h2>
      {state === 'failed' && (
        <Notice tone="warn" title={t('commonLoadFailed')}>
          <Button onPress={reload}>{t('commonRetry')}</Button>
        </Notice>
      )}
      {state === 'loading' && value === null && <p class="quiet">{t('commonLoading')}</p>}
      {value?.clockWrong === true && (
        <Notice tone="warn" title={t('popupProblemClock')}>
          <p>{t('noticeClockWrong')}</p>
        </Notice>
      )}
      {value?.clockWrong === false && <MessageList unsendable={value} ports={ports} reload={reload} />}
    </section>
  );
}
