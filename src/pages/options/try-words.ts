import type { MessageKey, Translate } from '../../platform/i18n.ts';
import type { OutcomeText } from '../../ui/outcome.tsx';
import type { TryAnswer } from './supervisor-ports.ts';

/** How a try of a passphrase goes. `failed`: the worker did not answer. */
export type TryProgress = TryAnswer | 'running' | 'failed';

const FAILURES: Readonly<Record<Exclude<TryProgress, 'right' | 'wait' | 'running'>, MessageKey>> = {
  wrong: 'lockWrong',
  failed: 'optionsSignedFailed',
};

/** The same in words; a wait is told of beside, with its seconds. */
export function tryWords(progress: TryProgress | null, done: string, t: Translate): OutcomeText | null {
  switch (progress) {
    case null:
    case 'wait':
      return null;
    case 'right':
      return { tone: 'done', text: done };
    case 'running':
      return { tone: 'running', text: t('lockChecking') };
    default:
      return { tone: 'failed', text: t(FAILURES[progress]) };
  }
}
