import { REGIONS } from '../../domain/policy/policy.ts';
import { Section } from '../section.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';
import { MARGIN_SECONDS } from './limits.ts';
import { NumberField } from './number-field.tsx';
import type { OptionsPorts } from './options-ports.ts';
import { originOf } from './origin.ts';
import { REGION_NAMES, suggestedRegion } from './regions.ts';
import type { EditedPolicy } from './use-policy.ts';
import { WarnFields } from './warn-fields.tsx';

export interface TimingSectionProps {
  readonly edited: EditedPolicy;
  readonly ports: Pick<OptionsPorts, 'browserLanguage' | 'firstVisit'>;
}

/** What all accounts share: the region, the margin and when to warn. */
export function TimingSection({ edited, ports }: TimingSectionProps) {
  const { t } = useTexts();
  const { policy, rules, save, outcomeOf } = edited;
  const suggested = suggestedRegion(ports.browserLanguage);
  const hint = ports.firstVisit && suggested !== null && suggested !== policy.region ? suggested : null;
  const { least, most } = MARGIN_SECONDS;
  return (
    <Section title={t('optionsTimingHeading')}>
      <SelectField
        id="region"
        label={t('optionsRegion')}
        help={t('optionsRegionHelp')}
        value={policy.region}
        choices={REGIONS.map((region) => ({ value: region, label: t(REGION_NAMES[region]) }))}
        origin={originOf(rules.region, t)}
        outcome={outcomeOf('region')}
        onSave={(region) => save('region', (last) => ({ ...last, region }))}
      />
      {hint !== null && <p class="hint">{t('optionsRegionHint', t(REGION_NAMES[hint]))}</p>}
      <NumberField
        id="margin"
        label={t('optionsMargin')}
        help={t('optionsMarginHelp')}
        value={policy.marginSeconds}
        limits={MARGIN_SECONDS}
        problem={t('optionsNumberError', least, most, policy.marginSeconds)}
        origin={originOf(rules.marginSeconds, t)}
        outcome={outcomeOf('margin')}
        onSave={(marginSeconds) => save('margin', (last) => ({ ...last, marginSeconds }))}
      />
      <WarnFields edited={edited} />
    </Section>
  );
}
