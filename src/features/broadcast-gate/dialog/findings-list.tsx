import { useState } from 'preact/hooks';
import { isReason } from '../../../domain/broadcast/typed-letters.ts';
import { REASON_LETTERS } from '../../../domain/policy/reason-letters.ts';
import { Button } from '../../../ui/button.tsx';
import type { AnswerSheet } from './answer-sheet.ts';
import { useGate } from './gate-context.ts';
import { findingTag, findingText, type ShownFinding } from './preview/finding-words.ts';
import { TextField } from './text-field.tsx';

/** What the automatic checks found: what has to be fixed, what needs a reason, what is good to know. */
export function FindingsList({ answers }: { readonly answers: AnswerSheet }) {
  const { words, run } = useGate();
  const { t } = words;
  const { findings } = answers.sheet;
  if (findings.length === 0) return null;
  const { findings: open } = answers.open();
  const hasBlock = findings.some(({ level }) => level === 'block');
  return (
    <section aria-labelledby="findings-heading">
      <h2 id="findings-heading">{t('gateFindings')}</h2>
      <ul class="findings">
        {findings.map((finding, at) => (
          <li
            class="finding"
            data-level={finding.level}
            data-open={open.includes(finding.id)}
            tabIndex={finding.level === 'block' ? -1 : undefined}
            key={finding.id}
          >
            <p>
              <span class="tag" data-level={finding.level}>
                {findingTag(finding, at + 1, t)}
              </span>{' '}
              {findingText(finding, t)}
            </p>
            {finding.level === 'warn' && <ReasonField finding={finding} answers={answers} />}
          </li>
        ))}
      </ul>
      {hasBlock && (
        <div class="blocked">
          <p>{t('gateBlocked')}</p>
          <Button onPress={() => run.cancel()}>{t('gateGoFix')}</Button>
        </div>
      )}
    </section>
  );
}

function ReasonField({
  finding: { id },
  answers,
}: {
  readonly finding: ShownFinding;
  readonly answers: AnswerSheet;
}) {
  const { t } = useGate().words;
  const [isLeft, setLeft] = useState(false);
  const text = answers.reasonFor(id);
  const isShort = isLeft && text !== '' && !isReason(text);
  return (
    <>
      <TextField
        id={`reason-${id}`}
        label={t('gateReason', REASON_LETTERS)}
        text={text}
        longest={200}
        isWrong={isShort}
        describedBy={`reason-${id}-short`}
        onType={(typed) => {
          setLeft(false);
          answers.setReason(id, typed);
        }}
        onDone={() => setLeft(true)}
      />
      <p class="field-error" id={`reason-${id}-short`} role="status">
        {isShort && t('gateReasonShort', REASON_LETTERS)}
      </p>
    </>
  );
}
