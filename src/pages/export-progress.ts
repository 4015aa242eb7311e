import type { Translate } from '../platform/i18n.ts';
import type { OutcomeText } from '../ui/outcome.tsx';

/** How far an export is, or how it ended; `count` of records. */
export interface ExportProgress {
  readonly step: 'running' | 'done' | 'failed';
  readonly count: number;
}

/** The same in words. */
export function progressText({ step, count }: ExportProgress, t: Translate): OutcomeText {
  switch (step) {
    case 'running':
      return { tone: 'running', text: t('optionsExportRunning', count) };
    case 'done':
      return { tone: 'done', text: count === 0 ? t('optionsExportEmpty') : t('optionsExportDone', count) };
    case 'failed':
      return { tone: 'failed', text: t('optionsExportFailed') };
  }
}
