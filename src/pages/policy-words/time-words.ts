import type { WindowChoice } from '../../domain/policy/window-choice.ts';
import type { Translate } from '../../platform/i18n.ts';

/** `21:00` of the minutes since midnight. */
export function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

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
