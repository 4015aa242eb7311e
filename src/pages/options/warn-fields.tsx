import { useTexts } from '../texts.ts';
import { WARN_MINUTES } from './limits.ts';
import { NumberField } from './number-field.tsx';
import { originOf } from './origin.ts';
import type { EditedPolicy } from './use-policy.ts';

/** From when to warn and from when to urge; urging never comes before warning. */
export function WarnFields({ edited }: { readonly edited: EditedPolicy }) {
  const { t } = useTexts();
  const { policy, rules, save, outcomeOf } = edited;
  const { warnMinutes, urgentMinutes } = policy.warn;
  const { least, most } = WARN_MINUTES;
  return (
    <>
      <NumberField
        id="warn"
        label={t('optionsWarn')}
        value={warnMinutes}
        limits={WARN_MINUTES}
        problem={t('optionsNumberError', least, most, warnMinutes)}
        conflict={(minutes) =>
          minutes < urgentMinutes ? t('optionsWarnTooLow', urgentMinutes, warnMinutes) : null
        }
        origin={originOf(rules.warn, t)}
        outcome={outcomeOf('warn')}
        onSave={(minutes) =>
          save('warn', (last) => ({ ...last, warn: { ...last.warn, warnMinutes: minutes } }))
        }
      />
      <NumberField
        id="urgent"
        label={t('optionsUrgent')}
        value={urgentMinutes}
        limits={WARN_MINUTES}
        problem={t('optionsNumberError', least, most, urgentMinutes)}
        conflict={(minutes) =>
          minutes > warnMinutes ? t('optionsUrgentTooHigh', warnMinutes, urgentMinutes) : null
        }
        origin={originOf(rules.warn, t)}
        outcome={outcomeOf('urgent')}
        onSave={(minutes) =>
          save('urgent', (last) => ({ ...last, warn: { ...last.warn, urgentMinutes: minutes } }))
        }
      />
    </>
  );
}
