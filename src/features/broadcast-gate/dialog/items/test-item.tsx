import { REASON_LETTERS } from '../../../../domain/policy/reason-letters.ts';
import { Button } from '../../../../ui/button.tsx';
import { useGate } from '../gate-context.ts';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';
import { TextAnswer } from './text-answer.tsx';

/** A test of exactly this content: observed, or made now, or a reason why there is none. */
export function TestItem({ item, number, answers }: ItemProps<'test'>) {
  const { words, run, options } = useGate();
  const { t } = words;
  const help =
    item.seenAt === null
      ? t('gateHelpTest')
      : t('gateTestSeen', words.when.recent(item.seenAt, options.clock.now()));
  return (
    <ItemFrame name="test" number={number} state={answers.stateOf('test')} help={help}>
      {item.seenAt === null && (
        <>
          <TextAnswer
            answers={answers}
            name="test"
            label={t('gateTestReason', REASON_LETTERS)}
            longest={200}
            answerOf={(without) => ({ item: 'test', without })}
          />
          <Button onPress={() => run.cancel()}>{t('gateTestBack')}</Button>
        </>
      )}
    </ItemFrame>
  );
}
