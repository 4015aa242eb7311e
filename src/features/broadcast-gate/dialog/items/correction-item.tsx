import { useGate } from '../gate-context.ts';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';
import { TextAnswer } from './text-answer.tsx';

/** Who corrects a mistake, and with what: a text that a supervisor has prepared is to be read here. */
export function CorrectionItem({ item: { text }, number, answers }: ItemProps<'correction'>) {
  const { t } = useGate().words;
  const help = t(text === undefined ? 'gateHelpCorrection' : 'gateHelpCorrectionPrepared');
  return (
    <ItemFrame name="correction" number={number} state={answers.stateOf('correction')} help={help}>
      {text !== undefined && (
        <blockquote class="prepared" dir="auto" aria-label={t('gateCorrectionText')}>
          {text}
        </blockquote>
      )}
      <TextAnswer
        answers={answers}
        name="correction"
        label={t('gateCorrectionField')}
        longest={200}
        answerOf={(contact) => ({ item: 'correction', contact })}
      />
    </ItemFrame>
  );
}
