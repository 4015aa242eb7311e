import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CustomItem } from '../../../domain/policy/custom-item.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { languageOf } from '../../policy-words/own-text.ts';
import { SelectField } from '../../select-field.tsx';
import { useTexts } from '../../texts.ts';
import { AnswerFields } from './answer-fields.tsx';
import { ConditionList } from './condition-list.tsx';
import { type FormFault, type ItemForm, itemOf } from './item-form.ts';
import { LANGUAGE_WORDS, OTHER_LANGUAGES, type OtherLanguage, TwoLanguages } from './two-languages.tsx';

/** The ways in which a question is answered. */
export const KIND_WORDS: Readonly<Record<CustomItem['kind'], MessageKey>> = {
  tick: 'supervisorKindTick',
  choice: 'supervisorKindChoice',
  number: 'supervisorKindNumber',
  word: 'supervisorKindWord',
};
const KINDS = ['tick', 'choice', 'number', 'word'] as const;

export interface QuestionFormProps {
  readonly first: ItemForm;
  readonly onSave: (item: CustomItem) => void;
  readonly onCancel: () => void;
}

/** Writes one question. It takes the focus when it opens; nothing is kept before it is saved. */
export function QuestionForm({ first, onSave, onCancel }: QuestionFormProps) {
  const { t, languageTag } = useTexts();
  const [form, setForm] = useState(first);
  const [fault, setFault] = useState<FormFault | null>(null);
  const [other, setOther] = useState<OtherLanguage>(() => otherOf(languageTag));
  const element = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => element.current?.querySelector('textarea')?.focus(), []);
  const save = () => {
    const item = itemOf(form);
    if (typeof item === 'string') setFault(item);
    else onSave(item);
  };
  return (
    <fieldset class="question" ref={element}>
      <legend class="visually-hidden">{t('supervisorQuestionForm')}</legend>
      <SelectField<OtherLanguage>
        id="question-language"
        label={t('supervisorOtherLanguage')}
        value={other}
        choices={OTHER_LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_WORDS[value]) }))}
        outcome={null}
        onSave={setOther}
      />
      <TwoLanguages
        id="question-text"
        label={t('supervisorQuestion')}
        text={form.text}
        other={other}
        errorId={fault === 'text' ? 'question-fault' : undefined}
        onChange={(text) => setForm({ ...form, text })}
      />
      <div role="alert" id="question-fault">
        {fault === 'text' && <p class="field-error">{t('supervisorTextWrong')}</p>}
        {fault === 'when' && <p class="field-error">{t('supervisorWhenWrong')}</p>}
      </div>
      <SelectField<CustomItem['kind']>
        id="question-kind"
        label={t('supervisorKind')}
        value={form.kind}
        choices={KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
        outcome={null}
        onSave={(kind) => setForm({ ...form, kind })}
      />
      <AnswerFields form={form} other={other} fault={fault} onChange={setForm} />
      <ConditionList when={form.when} onChange={(when) => setForm({ ...form, when })} />
      <div class="question-answers">
        <Button look="main" onPress={save}>
          {t('supervisorQuestionSave')}
        </Button>
        <Button onPress={onCancel}>{t('supervisorDiffCancel')}</Button>
      </div>
    </fieldset>
  );
}

function otherOf(languageTag: string): OtherLanguage {
  const own = languageOf(languageTag);
  return own === 'ja' ? 'en' : own;
}
