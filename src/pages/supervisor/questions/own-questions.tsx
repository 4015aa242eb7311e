import { useRef, useState } from 'preact/hooks';
import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import { type CustomItem, MOST_CUSTOM_ITEMS } from '../../../domain/policy/custom-item.ts';
import { saidRule, valueBelow } from '../../../domain/policy/layer-edits.ts';
import { randomHex } from '../../../platform/random-hex.ts';
import { Button } from '../../../ui/button.tsx';
import { useTexts } from '../../texts.ts';
import type { EditedDraft } from '../use-draft.ts';
import { formOf, type ItemForm, newForm } from './item-form.ts';
import { QuestionForm } from './question-form.tsx';
import { QuestionList } from './question-list.tsx';
import { useFocusBack } from './use-focus-back.ts';

export interface OwnQuestionsProps {
  readonly draft: EditedDraft;
  readonly account: BasicId | null;
}

/** `place`: of the question that is changed; the length of the list: a new one. */
interface Editing {
  readonly place: number;
  readonly form: ItemForm;
}

/** The supervisor's own questions; an account asks those of all accounts until it is given its own. */
export function OwnQuestions({ draft, account }: OwnQuestionsProps) {
  const { t } = useTexts();
  const [editing, setEditing] = useState<Editing | null>(null);
  const element = useRef<HTMLFieldSetElement>(null);
  useFocusBack(element, editing?.form.id ?? null);
  const said = saidRule(draft.values, account, 'customItems');
  const items = said ?? valueBelow(draft.values, account, 'customItems');
  // Of one account an empty list says something: that it asks nothing of what all others ask.
  const save = (next: readonly CustomItem[]) =>
    draft.set(account, 'customItems', account === null && next.length === 0 ? undefined : [...next]);
  const keep = ({ place }: Editing, item: CustomItem) => {
    // Another tab may have moved the questions meanwhile: then it is added, and none is written over.
    const at = items[place]?.id === item.id ? place : items.length;
    save(items.toSpliced(at, 1, item));
    setEditing(null);
  };
  return (
    <fieldset class="rule" ref={element}>
      <legend>{t('supervisorRuleCustomItems')}</legend>
      <p class="field-help">{t('policyHelpCustomItems')}</p>
      {account !== null && (
        <label class="tick">
          <input
            type="checkbox"
            checked={said !== undefined}
            onChange={({ currentTarget: { checked } }) =>
              draft.set(account, 'customItems', checked ? [...items] : undefined)
            }
          />
          {t('supervisorOwnOfAccount')}
        </label>
      )}
      {items.length === 0 && <p class="quiet">{t('supervisorQuestionsNone')}</p>}
      {(account === null || said !== undefined) && (
        <>
          <QuestionList
            items={items}
            isLocked={editing !== null}
            onChange={save}
            onEdit={(place) =>
              setEditing(items[place] === undefined ? null : { place, form: formOf(items[place]) })
            }
          />
          {editing !== null && (
            <QuestionForm
              key={editing.form.id}
              first={editing.form}
              onSave={(item) => keep(editing, item)}
              onCancel={() => setEditing(null)}
            />
          )}
          {editing === null && items.length < MOST_CUSTOM_ITEMS && (
            <Button onPress={() => setEditing({ place: items.length, form: newForm(newId()) })}>
              {t('supervisorQuestionAdd')}
            </Button>
          )}
        </>
      )}
    </fieldset>
  );
}

/** Never one that was used before: the journal names questions by it. */
function newId(): string {
  return `q-${randomHex().slice(0, 8)}`;
}
