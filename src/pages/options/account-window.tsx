import { useState } from 'preact/hooks';
import type { Clock } from '../../domain/clock.ts';
import { needsNewCheck, type WindowChoice } from '../../domain/policy/policy.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { type FieldOrigin, OriginLine } from '../../ui/field-origin.tsx';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { AccountLabel, shortId } from '../account-label.tsx';
import { useTexts } from '../texts.ts';
import { CheckedDay } from './checked-day.tsx';
import { DayQuestion } from './day-question.tsx';
import { WINDOW_MINUTES } from './limits.ts';
import { ModeRadio } from './mode-radio.tsx';
import { NumberField } from './number-field.tsx';
import type { KnownAccount } from './options-ports.ts';

type Mode = WindowChoice['mode'];

const MODES: readonly {
  readonly mode: Mode;
  readonly label: MessageKey;
  readonly help: MessageKey | null;
}[] = [
  { mode: 'automatic', label: 'optionsWindowAutomatic', help: 'optionsWindowAutomaticHelp' },
  { mode: 'hour', label: 'optionsWindowHour', help: 'optionsWindowHourHelp' },
  { mode: 'day', label: 'optionsWindowDay', help: 'optionsWindowDayHelp' },
  { mode: 'custom', label: 'optionsWindowCustom', help: null },
];

export interface AccountWindowProps {
  readonly known: KnownAccount;
  /** The choice in force. */
  readonly choice: WindowChoice;
  readonly clock: Clock;
  readonly origin: FieldOrigin;
  readonly outcome: OutcomeText | null;
  readonly onSave: (choice: WindowChoice) => void;
}

/** The window of one account. Two of its values need more than a click, and are not saved before they have it. */
export function AccountWindow({ known, choice, clock, origin, outcome, onSave }: AccountWindowProps) {
  const { t } = useTexts();
  const [started, setStarted] = useState<'day' | 'custom' | null>(null);
  const { account, name } = known;
  const choose = (mode: Mode) => {
    if (mode === 'day' || mode === 'custom') {
      setStarted(mode === choice.mode ? null : mode);
      return;
    }
    finish({ mode });
  };
  const finish = (next: WindowChoice) => {
    setStarted(null);
    onSave(next);
  };
  const isDue = needsNewCheck(choice, clock.now());
  return (
    <fieldset class="account" aria-describedby={`${account}-origin`}>
      <legend>
        <AccountLabel account={account} name={name} />
        {name !== '' && <span class="account-id">{shortId(account)}</span>}
      </legend>
      {MODES.map(({ mode, label, help }) => (
        <ModeRadio
          key={mode}
          id={`${account}-${mode}`}
          group={`window-${account}`}
          label={t(label)}
          help={help === null ? null : t(help)}
          isDisabled={origin.isLocked}
          checked={(started ?? choice.mode) === mode}
          onChoose={() => choose(mode)}
        />
      ))}
      <OriginLine id={account} origin={origin} />
      <Outcome outcome={outcome} />
      {started !== 'custom' && choice.mode === 'day' && (
        <CheckedDay checkedAt={choice.checkedAt} isDue={isDue} onAgain={() => setStarted('day')} />
      )}
      {started === 'day' && (
        <DayQuestion
          onYes={() => finish({ mode: 'day', checkedAt: clock.now() })}
          onNo={() => setStarted(null)}
        />
      )}
      {(started === 'custom' || (started === null && choice.mode === 'custom')) && (
        <NumberField
          id={`${account}-minutes`}
          label={t('optionsWindowMinutes')}
          value={choice.mode === 'custom' ? choice.minutes : null}
          limits={WINDOW_MINUTES}
          problem={minutesProblem(choice, t)}
          origin={origin}
          outcome={null}
          onSave={(minutes) => finish({ mode: 'custom', minutes })}
        />
      )}
    </fieldset>
  );
}

function minutesProblem(choice: WindowChoice, t: Translate): string {
  const { least, most } = WINDOW_MINUTES;
  return choice.mode === 'custom'
    ? t('optionsNumberError', least, most, choice.minutes)
    : t('optionsMinutesNeeded', least, most);
}
