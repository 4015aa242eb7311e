import { useGate } from '../gate-context.ts';
import { AccountItem } from './account-item.tsx';
import { CorrectionItem } from './correction-item.tsx';
import { CustomItem } from './custom-item.tsx';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';
import { LinksItem } from './links-item.tsx';
import { SecondPersonItem } from './second-person-item.tsx';
import { TestItem } from './test-item.tsx';
import { TextAnswer } from './text-answer.tsx';
import { ValuesItem } from './values-item.tsx';
import { WhenItem } from './when-item.tsx';

/** One asked item, whatever its kind. */
export function AskedItem({ item, ...rest }: ItemProps) {
  switch (item.name) {
    case 'account':
      return <AccountItem item={item} {...rest} />;
    case 'people':
      return <PeopleItem item={item} {...rest} />;
    case 'when':
      return <WhenItem item={item} {...rest} />;
    case 'values':
      return <ValuesItem item={item} {...rest} />;
    case 'links':
      return <LinksItem item={item} {...rest} />;
    case 'test':
      return <TestItem item={item} {...rest} />;
    case 'second-person':
      return <SecondPersonItem item={item} {...rest} />;
    case 'correction':
      return <CorrectionItem item={item} {...rest} />;
    default:
      return <CustomItem item={item} {...rest} />;
  }
}

function PeopleItem({ item, number, answers }: ItemProps<'people'>) {
  const { t } = useGate().words;
  const help = t(item.known ? 'gateHelpPeople' : 'gateHelpPeopleUnknown');
  return (
    <ItemFrame name="people" number={number} state={answers.stateOf('people')} help={help}>
      <TextAnswer
        answers={answers}
        name="people"
        label={t('gatePeopleField')}
        longest={40}
        isNumber
        answerOf={(typed) => ({ item: 'people', typed })}
      />
    </ItemFrame>
  );
}
