import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { AnswerSheet } from './answer-sheet.ts';
import { Cooling } from './cooling.tsx';
import { FinalButton } from './final-button.tsx';
import { FindingsList } from './findings-list.tsx';
import { focusOpenItem, showFirstOpen } from './focus-item.ts';
import { useGate } from './gate-context.ts';
import type { CoolingPhase, Trouble } from './gate-phase.ts';
import { AskedItem } from './items/asked-item.tsx';
import { AboutToBeSent } from './preview/about-to-be-sent.tsx';
import { WayOutView } from './way-out-view.tsx';

export interface ChecklistProps {
  readonly answers: AnswerSheet;
  readonly trouble: Trouble | null;
  /** Null while questions are asked. In the last seconds only what is about to be sent is to be seen; answers are kept. */
  readonly cooling: CoolingPhase | null;
}

/** What is about to be sent, what was found in it, what is asked, and the button that sends. */
export function Checklist({ answers, trouble, cooling }: ChecklistProps) {
  const { words, options, run } = useGate();
  // What the lock opens for it may be used by a broadcast as well: where nothing goes unanswered, it does not either.
  const isJustADraft = options.attempt.isDraft && run.wayOut.rule !== 'never';
  const element = useRef<HTMLDivElement>(null);
  const isAsking = cooling === null;
  useLayoutEffect(() => {
    if (isAsking && element.current !== null) focusOpenItem(element.current);
  }, [isAsking]);
  useLayoutEffect(() => {
    const isAskedAnew = trouble === 'reopened' || trouble === 'no-pass';
    if (isAskedAnew && element.current !== null) showFirstOpen(element.current);
  }, [trouble, answers]);
  const { findings, changes } = answers.sheet;
  return (
    <div class="checklist" ref={element}>
      {cooling !== null && <Cooling phase={cooling} />}
      {isAsking && changes.length > 0 && (
        <Notice tone="warn" title={words.t('gateChangedTitle')}>
          <p>{words.changes(changes)}</p>
        </Notice>
      )}
      <div class="columns">
        <AboutToBeSent findings={findings} />
        <div class="asked" hidden={!isAsking}>
          {!isJustADraft && <FindingsList answers={answers} />}
          {!isJustADraft && <Questions answers={answers} />}
          <WayOutView />
        </div>
      </div>
      {isAsking && !isJustADraft && <FinalButton answers={answers} trouble={trouble} />}
      {isAsking && isJustADraft && (
        <div class="actions">
          <Button onPress={() => run.cancel()}>{words.t('gateBack')}</Button>
        </div>
      )}
    </div>
  );
}

function Questions({ answers }: { readonly answers: AnswerSheet }) {
  const { t } = useGate().words;
  const { items } = answers.sheet;
  const done = items.length - answers.open().items.length;
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading">
        {t('gateQuestions')} <span class="progress">{t('gateProgress', done, items.length)}</span>
      </h2>
      <div class="items">
        {items.map((item, at) => (
          <AskedItem key={item.name} item={item} number={at + 1} answers={answers} />
        ))}
      </div>
    </section>
  );
}
