import type { SettingsSource } from '../features/feature.ts';
import type { MessageKey } from '../platform/i18n.ts';
import { type Ending, TAKE_OVER } from '../platform/lifetime.ts';
import { build } from '../ui/build.ts';
import { openPanel } from '../ui/panel.ts';

/**
 * When the extension is updated or removed under an open page, all of Matta on it ends; this says so. The texts are
 * fetched before, because afterwards the browser gives none.
 */
export function sayOrphaned(
  settings: Pick<SettingsSource, 'translate' | 'onChange'>,
  document: Document,
  signal: AbortSignal,
  textKey: MessageKey = 'noticeOrphaned',
): void {
  const texts = () => ({
    title: settings.translate('noticeTitleOrphaned'),
    text: settings.translate(textKey),
    closeLabel: settings.translate('noticeClose'),
  });
  let prepared = texts();
  settings.onChange(() => {
    prepared = texts();
  }, signal);
  signal.addEventListener('abort', () => {
    const ending: Ending = signal.reason;
    if (ending !== 'orphaned') return;
    const takenOver = new AbortController();
    document.addEventListener(TAKE_OVER, () => takenOver.abort(), { once: true });
    const { title, text, closeLabel } = prepared;
    const panel = openPanel({
      document,
      name: 'matta-notice',
      role: 'status',
      title,
      closeLabel,
      signal: takenOver.signal,
    });
    panel.box.style.bottom = '12px';
    panel.box.style.left = '12px';
    panel.body.append(build(document, 'p', text));
  });
}
