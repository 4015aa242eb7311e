import { useState } from 'preact/hooks';
import type {
  CustomAnswer,
  CustomKey,
  CustomQuestion,
} from '../../../../domain/broadcast/custom-question.ts';
import type { MessageKey } from '../../../../platform/i18n.ts';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useGate } from '../gate-context.ts';
import { textIn } from '../text-in.ts';
import { QuestionFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';
import { TextAnswer } from './text-answer.tsx';

const HELP = {
  tick: 'gateHelpCustomTick',
  choice: 'gateHelpCustomChoice',
  number: 'gateHelpCustomNumber',
  word: 'gateHelpCustomWord',
} as const satisfies Record<CustomQuestion['kind'], MessageKey>;

/** As long as the worker takes a typed answer. */
const LONGEST = 60;

type Props = ItemProps<CustomKey>;

/** A supervisor's own question, in the supervisor's words. */
export function CustomItem(props: Props) {
  const { item, number, answers } = props;
  const { words } = useGate();
  return (
    <QuestionFrame
      name={item.name}
      question={<ForeignText text={textIn(item.text, words.languageTag)} />}
      number={number}
      state={answers.stateOf(item.name)}
      help={words.t(HELP[item.kind])}
    >
      <Control {...props} />
    </QuestionFrame>
  );
}

function Control(props: Props) {
  switch (props.item.kind) {
    case 'tick':
      return <Tick {...props} />;
    case 'choice':
      return <Choice {...props} />;
    case 'number':
    case 'word':
      return <Typed {...props} kind={props.item.kind} />;
  }
}

function Tick({ item: { name }, answers }: Props) {
  const { t } = useGate().words;
  const [isTicked, setTicked] = useState(false);
  const tick = (ticked: boolean) => {
    setTicked(ticked);
    if (ticked) void answers.give({ item: name, given: { kind: 'tick' } });
    else answers.withdraw(name);
  };
  return (
    <div class="choices">
      <label class="choice">
        <input type="checkbox" checked={isTicked} onChange={(event) => tick(event.currentTarget.checked)} />
        <span class="choice-text">{t('gateCustomTick')}</span>
      </label>
    </div>
  );
}

function Choice({ item: { name, choices }, answers }: Props) {
  const { languageTag } = useGate().words;
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = (choice: number) => {
    setChosen(choice);
    void answers.give({ item: name, given: { kind: 'choice', choice } });
  };
  return (
    <div class="choices">
      {choices.map((text, at) => (
        <label class="choice" key={text.ja}>
          <input type="radio" name={name} checked={chosen === at} onChange={() => choose(at)} />
          <span class="choice-text">
            <ForeignText text={textIn(text, languageTag)} />
          </span>
        </label>
      ))}
    </div>
  );
}

function Typed({ item: { name }, answers, kind }: Props & { readonly kind: 'number' | 'word' }) {
  const { t } = useGate().words;
  const answerOf = (typed: string): CustomAnswer => ({ item: name, given: { kind, typed } });
  return (
    <TextAnswer
      answers={answers}
      name={name}
      label={t(kind === 'number' ? 'gateCustomNumber' : 'gateCustomWord')}
      longest={LONGEST}
      isNumber={kind === 'number'}
      answerOf={answerOf}
    />
  );
}
