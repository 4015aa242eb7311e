import { useState } from 'preact/hooks';
import type { Answer } from '../../../../domain/broadcast/checklist.ts';
import { useGate } from '../gate-context.ts';
import { readTime } from '../read-time.ts';
import { TextField } from '../text-field.tsx';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';

type When = Extract<Answer, { readonly item: 'when' }>['when'];

/** Now, or on which weekday at what time. */
export function WhenItem({ number, answers }: ItemProps<'when'>) {
  const { t, when: words } = useGate().words;
  const [kind, setKind] = useState<When['kind'] | null>(null);
  const [weekday, setWeekday] = useState('');
  const [time, setTime] = useState('');
  const [isLeft, setLeft] = useState(false);
  const state = answers.stateOf('when');
  const give = (when: When) => void answers.give({ item: 'when', when });
  /** Judges a day and a time as soon as both are there. */
  const tryGive = (day: string, typed: string) => {
    const read = readTime(typed);
    if (day !== '' && read !== null) give({ kind: 'at', weekday: Number(day), time: read });
  };
  const choose = (chosen: When['kind']) => {
    setKind(chosen);
    answers.withdraw('when');
    if (chosen === 'now') give({ kind: 'now' });
    else tryGive(weekday, time);
  };
  const isTimeWrong = isLeft && time.trim() !== '' && readTime(time) === null;
  return (
    <ItemFrame name="when" number={number} state={state} help={t('gateHelpWhen')}>
      <div class="choices">
        <label class="choice">
          <input type="radio" name="when" checked={kind === 'now'} onChange={() => choose('now')} />
          <span class="choice-text">{t('gateWhenNow')}</span>
        </label>
        <label class="choice">
          <input type="radio" name="when" checked={kind === 'at'} onChange={() => choose('at')} />
          <span class="choice-text">{t('gateWhenScheduled')}</span>
        </label>
      </div>
      {kind === 'at' && (
        <div class="day-and-time">
          <div class="typed">
            <label for="answer-weekday">{t('gateWeekday')}</label>
            <select
              id="answer-weekday"
              class="input"
              value={weekday}
              onChange={(event) => {
                const day = event.currentTarget.value;
                setWeekday(day);
                answers.withdraw('when');
                tryGive(day, time);
              }}
            >
              <option value="">{t('gateChoose')}</option>
              {words.weekdays().map((name, day) => (
                <option key={name} value={day}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <TextField
            id="answer-time"
            label={t('gateTime')}
            text={time}
            longest={10}
            isWrong={isTimeWrong || state === 'wrong'}
            describedBy="answer-time-wrong"
            onType={(typed) => {
              setTime(typed);
              setLeft(false);
              answers.withdraw('when');
            }}
            onDone={(shown) => {
              setTime(shown);
              setLeft(true);
              if (state === 'open' || state === 'failed') tryGive(weekday, shown);
            }}
          />
          <p class="field-error" id="answer-time-wrong" role="status">
            {isTimeWrong && t('gateTimeWrong')}
          </p>
        </div>
      )}
    </ItemFrame>
  );
}
