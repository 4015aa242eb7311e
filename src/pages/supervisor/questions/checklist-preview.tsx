import { ITEM_NAMES, type ItemName } from '../../../domain/broadcast/checklist.ts';
import type { GatePolicy } from '../../../domain/policy/gate-policy.ts';
import type { Asking } from '../../../domain/policy/gate-rules.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { ASKING_WORDS } from '../../policy-words/rule-choices.ts';
import { useTexts } from '../../texts.ts';
import { whenWords } from './conditions.ts';
import { QuestionPreview } from './question-preview.tsx';

/** The question of each item, as the checklist asks it. */
export const ITEM_QUESTIONS: Readonly<Record<ItemName, MessageKey>> = {
  account: 'gateItemAccount',
  people: 'gateItemPeople',
  when: 'gateItemWhen',
  values: 'gateItemValues',
  links: 'gateItemLinks',
  test: 'gateItemTest',
  'second-person': 'gateItemSecond',
  correction: 'gateItemCorrection',
};

/** Everything that can be asked under a policy, in order, and when. */
export function ChecklistPreview({ policy }: { readonly policy: GatePolicy }) {
  const { t } = useTexts();
  const asked = ITEM_NAMES.filter((name) => askingOf(name, policy) !== 'never');
  return (
    <ol class="preview">
      {asked.map((name) => (
        <li key={name}>
          {t(ITEM_QUESTIONS[name])} <span class="tag">{t(ASKING_WORDS[askingOf(name, policy)])}</span>
        </li>
      ))}
      {policy.customItems.map((item) => (
        <li key={item.id}>
          <QuestionPreview item={item} />
          <span class="tag">{whenWords(item.when, t)}</span>
        </li>
      ))}
    </ol>
  );
}

function askingOf(name: ItemName, { items, secondPerson }: GatePolicy): Asking {
  return name === 'second-person' ? secondPerson : (items[name] ?? 'always');
}
