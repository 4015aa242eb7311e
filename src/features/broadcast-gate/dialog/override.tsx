import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isReason } from '../../../domain/broadcast/typed-letters.ts';
import { missingForWayOut } from '../../../domain/broadcast/way-out.ts';
import { REASON_LETTERS } from '../../../domain/policy/reason-letters.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useGate } from './gate-context.ts';
import { TextField } from './text-field.tsx';

/** The way out for an emergency: quiet, with a reason, and written to the journal. */
export function Override() {
  const { words, run, options } = useGate();
  const { t } = words;
  const { isDraft } = options.attempt;
  const [isShown, setShown] = useState(false);
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState('');
  const [isLeft, setLeft] = useState(false);
  const asksName = run.wayOut.rule === 'reason-and-name';
  const given = { reason, person: asksName ? person : null };
  const missing = missingForWayOut(run.wayOut.rule, given);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!isShown) return;
    panel.current?.querySelector('input')?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const isShort = isLeft && !isReason(reason);
  const press = () => {
    setLeft(true);
    run.override(given);
  };
  return (
    <section class="override">
      <button
        type="button"
        class="disclosure"
        aria-expanded={isShown}
        aria-controls="override"
        onClick={() => setShown(!isShown)}
      >
        <Icon name="open" />
        {t('gateOverride')}
      </button>
      <div id="override" hidden={!isShown} ref={panel}>
        <p>{t('gateOverrideText')}</p>
        <TextField
          id="override-reason"
          label={t('gateOverrideReason', REASON_LETTERS)}
          text={reason}
          longest={200}
          isWrong={isShort}
          describedBy="override-short"
          onType={(typed) => {
            setLeft(false);
            setReason(typed);
          }}
          onDone={() => setLeft(reason !== '')}
        />
        <p class="field-error" id="override-short" role="status">
          {isShort && t('gateReasonShort', REASON_LETTERS)}
        </p>
        {asksName && (
          <>
            <TextField
              id="override-person"
              label={t('gateOverridePerson')}
              text={person}
              longest={200}
              isWrong={isLeft && missing === 'name'}
              describedBy="override-nobody"
              onType={setPerson}
              onDone={setPerson}
            />
            <p class="field-error" id="override-nobody" role="status">
              {isLeft && missing === 'name' && t('gateOverridePersonMissing')}
            </p>
          </>
        )}
        <button
          type="button"
          class="button"
          data-look="danger"
          aria-disabled={missing !== null}
          onClick={press}
        >
          {isDraft
            ? t('gateOverrideDraftAct')
            : t('gateOverrideSend', words.act(options.attempt, options.clock.now()))}
        </button>
      </div>
    </section>
  );
}
