import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { useTexts } from '../texts.ts';

export interface DayQuestionProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks whether 24 hours were really tried in this account, and says how to try it. */
export function DayQuestion({ onYes, onNo }: DayQuestionProps) {
  const { t } = useTexts();
  return (
    <Question
      title={t('optionsDayQuestion')}
      answers={
        <>
          <Button look="main" onPress={onYes}>
            {t('optionsDayYes')}
          </Button>
          <Button onPress={onNo}>{t('optionsDayNo')}</Button>
        </>
      }
    >
      <p>{t('optionsDayHow')}</p>
      <ol class="steps">
        <li>{t('optionsDayStepSend')}</li>
        <li>{t('optionsDayStepWait')}</li>
        <li>{t('optionsDayStepUnsend')}</li>
        <li>{t('optionsDayStepLook')}</li>
      </ol>
    </Question>
  );
}
