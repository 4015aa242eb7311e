import type { BlindAnswers } from '../../domain/broadcast/approval/blind-facts.ts';
import { DAY } from '../../domain/clock.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Field } from '../../ui/field.tsx';
import { Section } from '../section.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';
import type { FormPart } from './approver-form.ts';
import { TypedField } from './typed-field.tsx';

type WhenKind = BlindAnswers['when']['kind'];

const WHENS: readonly (readonly [WhenKind, MessageKey])[] = [
  ['now', 'gateWhenNow'],
  ['at', 'gateWhenScheduled'],
  ['unclear', 'approvalNotShown'],
];

/** What the operator was asked too. Nothing on this page answers it. */
export function BlindQuestions({ form, change }: FormPart) {
  const { t } = useTexts();
  return (
    <Section title={t('approvalQuestions')}>
      <div class="group">
        {form.isAccountShown && (
          <TypedField
            id="account"
            label={t('approvalAccount')}
            help={t('approvalAccountHelp')}
            value={form.account}
            longest={60}
            onType={(account) => change({ account })}
          />
        )}
        <NotShown
          label={
            form.isAccountShown ? t('approvalNotShown') : `${t('approvalAccount')} ${t('approvalNotShown')}`
          }
          isShown={form.isAccountShown}
          onChange={(isAccountShown) => change({ isAccountShown })}
        />
      </div>
      <div class="group">
        {form.isPeopleShown && (
          <TypedField
            id="people"
            label={t('approvalPeople')}
            value={form.people}
            longest={40}
            isNumber
            onType={(people) => change({ people })}
          />
        )}
        <NotShown
          label={
            form.isPeopleShown ? t('approvalNotShown') : `${t('approvalPeople')} ${t('approvalNotShown')}`
          }
          isShown={form.isPeopleShown}
          onChange={(isPeopleShown) => change({ isPeopleShown })}
        />
      </div>
      <fieldset class="plain">
        <legend class="field-label">{t('approvalWhen')}</legend>
        {WHENS.map(([kind, label]) => (
          <label class="radio" key={kind}>
            <input
              type="radio"
              name="when"
              value={kind}
              checked={form.when === kind}
              onChange={() => change({ when: kind })}
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      {form.when === 'at' && <DayAndTime form={form} change={change} />}
    </Section>
  );
}

interface NotShownProps {
  readonly label: string;
  readonly isShown: boolean;
  readonly onChange: (isShown: boolean) => void;
}

function NotShown({ label, isShown, onChange }: NotShownProps) {
  return (
    <label class="radio">
      <input
        type="checkbox"
        checked={!isShown}
        onChange={(event) => onChange(!event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

function DayAndTime({ form, change }: FormPart) {
  const { t, languageTag } = useTexts();
  const names = new Intl.DateTimeFormat(languageTag, { weekday: 'long', timeZone: 'UTC' });
  // 1970-01-04 was a Sunday.
  const days = Array.from({ length: 7 }, (_, day) => ({
    value: String(day),
    label: names.format((3 + day) * DAY),
  }));
  return (
    <div class="day-and-time">
      <SelectField
        id="weekday"
        label={t('gateWeekday')}
        value={form.weekday}
        choices={[{ value: '', label: t('gateChoose') }, ...days]}
        outcome={null}
        onSave={(weekday) => change({ weekday })}
      />
      <Field
        id="time"
        label={t('gateTime')}
        control={({ 'aria-invalid': _, ...control }) => (
          <input
            {...control}
            class="input"
            type="time"
            value={form.time}
            onInput={(event) => change({ time: event.currentTarget.value })}
          />
        )}
      />
    </div>
  );
}
