import { timeOfDay } from '../../domain/calendar.ts';
import type { PendingApproval } from '../../messaging/approval-protocol.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { chosenOf, type FormPart } from './approver-form.ts';
import { FromElsewhere } from './from-elsewhere.tsx';
import { ShownLook } from './shown-look.tsx';

export interface RequestChoiceProps extends FormPart {
  readonly pending: readonly PendingApproval[];
}

/** Which request is answered: one of this computer, with what it says, or one whose code was read out. */
export function RequestChoice({ form, change, pending }: RequestChoiceProps) {
  const { t } = useTexts();
  const chosen = chosenOf(form, pending);
  return (
    <Section title={t('approvalWhich')}>
      <div class="radios" role="radiogroup" aria-label={t('approvalWhich')}>
        {pending.map(({ id, operator, askedAt }) => (
          <label class="radio" key={id}>
            <input
              type="radio"
              name="request"
              checked={chosen?.id === id}
              onChange={() => change({ chosen: id })}
            />
            <ForeignText text={t('approvalHere', operator, timeOfDay(askedAt))} />
          </label>
        ))}
        <label class="radio">
          <input
            type="radio"
            name="request"
            checked={chosen === null}
            onChange={() => change({ chosen: 'code' })}
          />
          {t('approvalByCode')}
        </label>
      </div>
      {pending.length === 0 && <p class="quiet">{t('approvalNoneHere')}</p>}
      {chosen === null ? (
        <FromElsewhere form={form} change={change} />
      ) : chosen.look === null ? (
        <p class="quiet">{t('approvalTextsGone')}</p>
      ) : (
        <ShownLook look={chosen.look} />
      )}
    </Section>
  );
}
