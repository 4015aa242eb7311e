import { useState } from 'preact/hooks';
import type { ExtractedValue } from '../../../../domain/broadcast/checklist.ts';
import type { MessageKey } from '../../../../platform/i18n.ts';
import { useGate } from '../gate-context.ts';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';

const KINDS = {
  date: 'gateValueDate',
  amount: 'gateValueAmount',
  name: 'gateValueName',
} as const satisfies Record<ExtractedValue['kind'], MessageKey>;

/** Each value of the text is compared with the manuscript, one by one; nothing ticks them all. */
export function ValuesItem({ item, number, answers }: ItemProps<'values'>) {
  const { t } = useGate().words;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (id: string, isTicked: boolean) => {
    const now = new Set(ticked);
    if (isTicked) now.add(id);
    else now.delete(id);
    setTicked(now);
    if (item.values.every((value) => now.has(value.id)))
      void answers.give({ item: 'values', ticked: [...now] });
    else answers.withdraw('values');
  };
  return (
    <ItemFrame name="values" number={number} state={answers.stateOf('values')} help={t('gateHelpValues')}>
      <div class="choices">
        {item.values.map(({ id, kind, text, before, after }) => (
          <label class="choice" key={id}>
            <input
              type="checkbox"
              checked={ticked.has(id)}
              onChange={(event) => tick(id, event.currentTarget.checked)}
            />
            <span class="choice-text">
              <span class="value">
                <span class="value-kind">{t(KINDS[kind])}</span>
                <bdi class="value-text" dir="auto">
                  {text}
                </bdi>
              </span>
              <bdi class="quiet" dir="auto">
                …{before}
                <b>{text}</b>
                {after}…
              </bdi>
            </span>
          </label>
        ))}
      </div>
    </ItemFrame>
  );
}
