import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../domain/broadcast/checklist.ts';
import type { AnswerSheet } from '../answer-sheet.ts';
import { TextField } from '../text-field.tsx';

export interface TextAnswerProps {
  readonly answers: AnswerSheet;
  readonly name: Answer['item'];
  readonly label: string;
  readonly longest: number;
  readonly isNumber?: boolean;
  readonly answerOf: (text: string) => Answer;
}

/** An answer that is typed. It is judged when the field is left or confirmed; what was typed stays to be corrected. */
export function TextAnswer({ answers, name, label, longest, isNumber = false, answerOf }: TextAnswerProps) {
  const [text, setText] = useState('');
  const judged = useRef<string | null>(null);
  const type = (typed: string) => {
    setText(typed);
    judged.current = null;
    answers.withdraw(name);
  };
  const judge = (shown: string) => {
    if (shown !== text) type(shown);
    const isAsked = judged.current === shown && answers.stateOf(name) !== 'failed';
    if (shown.trim() === '' || isAsked) return;
    judged.current = shown;
    void answers.give(answerOf(shown));
  };
  return (
    <TextField
      id={`answer-${name}`}
      label={label}
      text={text}
      longest={longest}
      isNumber={isNumber}
      isWrong={answers.stateOf(name) === 'wrong'}
      onType={type}
      onDone={judge}
    />
  );
}
