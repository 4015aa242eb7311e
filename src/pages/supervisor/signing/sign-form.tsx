import { useState } from 'preact/hooks';
import { isoDate } from '../../../domain/calendar.ts';
import { DAY } from '../../../domain/clock.ts';
import type { MessageKey, Translate } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Outcome, type OutcomeText } from '../../../ui/outcome.tsx';
import { Question } from '../../../ui/question.tsx';
import { useTexts } from '../../texts.ts';
import { type SignAnswer, signPolicy } from './sign-policy.ts';
import type { SigningPorts } from './signing-ports.ts';

/** So long a file is good unless somebody chooses otherwise. */
const USUAL_DAYS = 365;

const REFUSALS: Readonly<Record<Exclude<SignAnswer['result'], 'saved' | 'problems'>, MessageKey>> = {
  'not-a-policy': 'signingNotAPolicy',
  empty: 'signingEmpty',
  used: 'signingUsed',
  'no-counter': 'signingNoCounter',
  past: 'signingPast',
  'too-large': 'signingTooLarge',
  'no-key': 'signingKeyGone',
};

export interface SignFormProps {
  readonly policyText: string;
  /** The highest counter that was used here. */
  readonly lastCounter: number;
  readonly ports: SigningPorts;
  readonly onSigned: () => void;
}

/** Where rules, or a release, are signed and saved. */
export function SignForm({ policyText, lastCounter, ports, onSigned }: SignFormProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [lastDay, setLastDay] = useState(() => isoDate(ports.clock.now() + USUAL_DAYS * DAY));
  const [isReleasing, setReleasing] = useState(false);
  const [outcome, setOutcome] = useState<OutcomeText | null>(null);
  const counter = chosen ?? String(lastCounter + 1);
  const hear = (answer: SignAnswer) => {
    setOutcome(answerWords(answer, t));
    setReleasing(false);
    if (answer.result === 'saved') setChosen(null);
    onSigned();
  };
  const sign = (text: string | null) => {
    setOutcome({ tone: 'running', text: t('signingMaking') });
    signPolicy({ policyText: text, counter: wholeNumber(counter), lastDay }, ports).then(hear, () =>
      setOutcome({ tone: 'failed', text: t('signingFailed') }),
    );
  };
  return (
    <>
      <Field
        id="signing-counter"
        label={t('signingCounter')}
        help={t('signingCounterHelp')}
        control={(control) => (
          <input
            {...control}
            class="input input-number"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={counter}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
        )}
      />
      <Field
        id="signing-last-day"
        label={t('signingLastDay')}
        help={t('signingLastDayHelp')}
        control={(control) => (
          <input
            {...control}
            class="input"
            type="date"
            value={lastDay}
            onInput={(event) => setLastDay(event.currentTarget.value)}
          />
        )}
      />
      <div class="field-row">
        <Button look="main" disabled={outcome?.tone === 'running'} onPress={() => sign(policyText)}>
          {t('signingSign')}
        </Button>
        <Button expanded={isReleasing} onPress={() => setReleasing(!isReleasing)}>
          {t('signingRelease')}
        </Button>
        <Outcome outcome={outcome} />
      </div>
      {isReleasing && (
        <Question
          title={t('signingReleaseQuestion')}
          answers={
            <>
              <Button look="danger" onPress={() => sign(null)}>
                {t('signingRelease')}
              </Button>
              <Button onPress={() => setReleasing(false)}>{t('signingCancel')}</Button>
            </>
          }
        >
          <p>{t('signingReleaseNote')}</p>
        </Question>
      )}
    </>
  );
}

function answerWords(answer: SignAnswer, t: Translate): OutcomeText {
  switch (answer.result) {
    case 'saved':
      return { tone: 'done', text: t('signingSaved', answer.counter) };
    case 'problems': {
      const names = answer.problems.map(({ account, key, part }) =>
        [account, key, part].filter((name) => name !== null).join(' / '),
      );
      return { tone: 'failed', text: t('signingProblems', names.join(', ')) };
    }
    default:
      return { tone: 'failed', text: t(REFUSALS[answer.result]) };
  }
}

/** Wide digits count; anything else is no number. */
function wholeNumber(typed: string): number {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}
