import type { GatePolicy } from '../../domain/policy/gate-policy.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../section.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';
import { CautionWords } from './caution-words.tsx';
import { editedGate } from './edited-gate.ts';
import { GateLayers } from './gate-layers.tsx';
import { GateNumber } from './gate-number.tsx';
import { COOL_DOWN_SECONDS, LARGE_AUDIENCE } from './limits.ts';
import { TimeField } from './time-field.tsx';
import type { EditedPolicy } from './use-policy.ts';

const SECOND_PERSON: readonly {
  readonly value: GatePolicy['secondPerson'];
  readonly label: MessageKey;
}[] = [
  { value: 'never', label: 'optionsGateSecondNever' },
  { value: 'large', label: 'optionsGateSecondLarge' },
  { value: 'always', label: 'optionsGateSecondAlways' },
];

/** What happens before a broadcast leaves, and the way to the record of it. */
export function GateSection({ edited }: { readonly edited: EditedPolicy }) {
  const { t } = useTexts();
  const edit = editedGate(edited, t);
  const { gate, save, outcomeOf, originOf } = edit;
  return (
    <Section title={t('optionsGateHeading')}>
      <p>{t('optionsGateIntro')}</p>
      <GateLayers {...edit} />
      <GateNumber
        edit={edit}
        name="largeAudience"
        limits={LARGE_AUDIENCE}
        label={t('optionsGateLarge')}
        help={t('optionsGateLargeHelp')}
      />
      <TimeField
        id="gate-quiet-from"
        label={t('optionsGateQuietFrom')}
        help={t('optionsGateQuietHelp')}
        minutes={gate.quietHours.from}
        origin={originOf('quietHours')}
        outcome={outcomeOf('gate-quiet-from')}
        onSave={(from) =>
          save('gate-quiet-from', (last) => ({ ...last, quietHours: { ...last.quietHours, from } }))
        }
      />
      <TimeField
        id="gate-quiet-to"
        label={t('optionsGateQuietTo')}
        minutes={gate.quietHours.to}
        origin={originOf('quietHours')}
        outcome={outcomeOf('gate-quiet-to')}
        onSave={(to) =>
          save('gate-quiet-to', (last) => ({ ...last, quietHours: { ...last.quietHours, to } }))
        }
      />
      <GateNumber
        edit={edit}
        name="coolDownSeconds"
        limits={COOL_DOWN_SECONDS}
        label={t('optionsGateCoolDown')}
        help={t('optionsGateCoolDownHelp')}
      />
      <SelectField
        id="gate-second"
        label={t('optionsGateSecond')}
        help={t('optionsGateSecondHelp')}
        value={gate.secondPerson}
        choices={SECOND_PERSON.map(({ value, label }) => ({ value, label: t(label) }))}
        origin={originOf('secondPerson')}
        outcome={outcomeOf('gate-second')}
        onSave={(secondPerson) => save('gate-second', (last) => ({ ...last, secondPerson }))}
      />
      <CautionWords {...edit} />
      <p>
        <a class="button" href="../journal/index.html">
          <Icon name="journal" />
          {t('optionsGateJournal')}
        </a>
      </p>
    </Section>
  );
}
