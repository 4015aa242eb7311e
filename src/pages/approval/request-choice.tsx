import { REQUEST_LETTERS } from '../../domain/broadcast/approval/spoken-code.ts';
import { timeOfDay } from '../../domain/calendar.ts';
import type { PendingApproval } from '../../messaging/approval-protocol.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { chosenOf, type FormPart } from './approver-form.ts';
import { TypedField } from './typed-field.tsx';

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
        <TypedField
          id="code"
          label={t('approvalCodeField', REQUEST_LETTERS)}
          value={form.code}
          longest={40}
          onType={(code) => change({ code, chosen: 'code' })}
        />
      ) : (
        <Texts texts={chosen.texts} />
      )}
    </Section>
  );
}

function Texts({ texts }: Pick<PendingApproval, 'texts'>) {
  const { t } = useTexts();
  if (texts === null || texts.length === 0) return <p class="quiet">{t('approvalTextsGone')}</p>;
  return (
    <div>
      <h3 class="field-label" id="texts">
        {t('approvalTexts')}
      </h3>
      <ul class="texts" aria-labelledby="texts">
        {texts.map((text, place) => (
          <li key={place}>
            <ForeignText text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
