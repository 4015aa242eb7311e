import type { WindowChoice } from '../../domain/policy/window-choice.ts';
import type { Translate } from '../../platform/i18n.ts';

/** How long an account's messages can be unsent, in words. */
export function windowWords(choice: WindowChoice, t: Translate): string {
  switch (choice.mode) {
    case 'automatic':
      return t('optionsWindowAutomatic');
    case 'hour':
      return t('optionsWindowHour');
    case 'day':
      return t('optionsWindowDay');
    case 'custom':
      return t('supervisorMinutes', choice.minutes);
  }
}
