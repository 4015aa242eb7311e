import { useState } from 'preact/hooks';
import type { BasicId } from '../../../../domain/broadcast/basic-id.ts';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useGate } from '../gate-context.ts';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';

/** Which account: one of several that look alike, or none of them. */
export function AccountItem({ item, number, answers }: ItemProps<'account'>) {
  const { t } = useGate().words;
  const [chosen, setChosen] = useState<BasicId | 'none' | null>(null);
  const choose = (choice: BasicId | 'none') => {
    setChosen(choice);
    void answers.give({ item: 'account', choice: choice === 'none' ? null : choice });
  };
  return (
    <ItemFrame name="account" number={number} state={answers.stateOf('account')} help={t('gateHelpAccount')}>
      <div class="choices">
        {item.choices.map(({ id, name }) => (
          <label class="choice" key={id}>
            <input type="radio" name="account" checked={chosen === id} onChange={() => choose(id)} />
            <span class="choice-text">
              <ForeignText text={name} />
              <span class="quiet">{id}</span>
            </span>
          </label>
        ))}
        <label class="choice">
          <input type="radio" name="account" checked={chosen === 'none'} onChange={() => choose('none')} />
          <span class="choice-text">{t('gateAccountNone')}</span>
        </label>
      </div>
    </ItemFrame>
  );
}
