import { CONTENTS, type Condition } from '../../../domain/policy/custom-item.ts';
import type { MessageKey, Translate } from '../../../platform/i18n.ts';

/** Every condition that can be chosen from a list; the accounts are typed. */
export const CONDITIONS: readonly Condition[] = [
  { if: 'large' },
  { if: 'audience', is: 'all' },
  { if: 'audience', is: 'narrowed' },
  { if: 'schedule', is: 'now' },
  { if: 'schedule', is: 'at' },
  ...CONTENTS.map((what) => ({ if: 'contains', what }) as const),
  { if: 'voom' },
];

const CONTENT_WORDS: Readonly<Record<(typeof CONTENTS)[number], MessageKey>> = {
  coupon: 'gateKindCoupon',
  link: 'journalItemLinks',
  image: 'gateKindImage',
  video: 'gateKindVideo',
  'rich-message': 'gateKindRichMessage',
  card: 'gateKindCard',
  survey: 'gateKindSurvey',
};

/** When a condition holds, in a few words. */
export function conditionWords(condition: Condition, t: Translate): string {
  switch (condition.if) {
    case 'large':
      return t('supervisorWhenLarge');
    case 'audience':
      return t(condition.is === 'all' ? 'supervisorWhenAll' : 'supervisorWhenNarrowed');
    case 'schedule':
      return t(condition.is === 'now' ? 'supervisorWhenNow' : 'supervisorWhenAt');
    case 'account':
      return t('supervisorWhenAccount', condition.in.join(', '));
    case 'contains':
      return t('supervisorWhenContains', t(CONTENT_WORDS[condition.what]));
    case 'voom':
      return t('supervisorWhenVoom');
  }
}

/** When a question is asked, in words. */
export function whenWords(when: 'always' | readonly Condition[], t: Translate): string {
  if (when === 'always') return t('optionsGateSecondAlways');
  return when.map((condition) => conditionWords(condition, t)).join(t('supervisorAnd'));
}
