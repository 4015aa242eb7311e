import { longDate, startOfDay } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/clock.ts';
import { RULES_AGE_LIMIT_MS, UNSEND_RULES } from '../../domain/unsend/rules.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';

/** What the times are, what they are not, and when the limits behind them were last checked. */
export function AboutSection({ now }: { readonly now: Instant }) {
  const { t, languageTag } = useTexts();
  const checkedOn = Math.min(...UNSEND_RULES.map((rule) => startOfDay(rule.checkedOn)));
  return (
    <Section title={t('optionsAboutHeading')}>
      {now - checkedOn > RULES_AGE_LIMIT_MS && (
        <Notice tone="warn" title={t('optionsRulesOldTitle')}>
          <p>{t('optionsRulesOldBody')}</p>
        </Notice>
      )}
      <ul class="about">
        <li>{t('optionsAboutEstimate')}</li>
        <li>{t('optionsAboutLimit')}</li>
        <li>{t('optionsAboutMenu')}</li>
        <li>{t('optionsAboutCustomer')}</li>
      </ul>
      <p class="quiet">{t('optionsRulesChecked', longDate(checkedOn, languageTag))}</p>
    </Section>
  );
}
