import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useGate } from './gate-context.ts';
import { AboutToBeSent } from './preview/about-to-be-sent.tsx';
import { WayOutView } from './way-out-view.tsx';

/** While the checklist is asked for; what is about to be sent can be read meanwhile. `silent`: nobody answered. */
export function Checking({ silent }: { readonly silent: boolean }) {
  const { words, run } = useGate();
  const { t } = words;
  const actions = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => actions.current?.querySelector('button')?.focus({ preventScroll: true }), [silent]);
  return (
    <div class="checklist">
      {silent && (
        <Notice tone="urgent" title={t('gateSilentTitle')}>
          <p>{t('gateSilentText')}</p>
        </Notice>
      )}
      <div class="columns">
        <AboutToBeSent findings={[]} />
        {silent && <WayOutView />}
        {!silent && (
          <div role="status">
            <p>{t('gateChecking')}</p>
            <div class="skeleton" />
            <div class="skeleton" />
            <div class="skeleton" />
          </div>
        )}
      </div>
      <div class="actions" ref={actions}>
        <Button onPress={() => run.cancel()}>{t('gateBack')}</Button>
        {silent && (
          <Button look="main" onPress={() => void run.begin()}>
            {t('gateRetry')}
          </Button>
        )}
      </div>
    </div>
  );
}
