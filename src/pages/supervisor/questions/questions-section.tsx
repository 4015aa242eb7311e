import { useMemo } from 'preact/hooks';
import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import { saidRule } from '../../../domain/policy/layer-edits.ts';
import { Section } from '../../section.tsx';
import { useTexts } from '../../texts.ts';
import { ApproversMissing } from '../approvers-missing.tsx';
import { draftGate } from '../draft-gate.ts';
import { ForAccount } from '../for-account.tsx';
import { LaxerNote } from '../rules/laxer-note.tsx';
import { NamesEditor } from '../rules/names-editor.tsx';
import { RuleRow } from '../rules/rule-row.tsx';
import type { EditedDraft } from '../use-draft.ts';
import { ChecklistPreview } from './checklist-preview.tsx';
import { OwnQuestions } from './own-questions.tsx';

export interface QuestionsSectionProps {
  readonly draft: EditedDraft;
  /** Null: for all accounts. */
  readonly account: BasicId | null;
}

/** What is asked, when, and in which words. */
export function QuestionsSection({ draft, account }: QuestionsSectionProps) {
  const { t } = useTexts();
  const gate = useMemo(() => draftGate(draft.values, account), [draft.values, account]);
  return (
    <Section title={t('supervisorQuestionsHeading')}>
      <ForAccount account={account} />
      <fieldset class="rule">
        <legend>{t('supervisorRuleItems')}</legend>
        <p class="field-help">{t('policyHelpItems')}</p>
        <NamesEditor draft={draft} account={account} name="items" />
        <LaxerNote name="items" value={saidRule(draft.values, account, 'items')} />
      </fieldset>
      <RuleRow draft={draft} account={account} name="secondPerson" />
      <ApproversMissing draft={draft.values} />
      <RuleRow draft={draft} account={account} name="approvers" />
      <OwnQuestions key={account} draft={draft} account={account} />
      <details class="group">
        <summary>{t('supervisorPreview')}</summary>
        <ChecklistPreview policy={gate} />
      </details>
    </Section>
  );
}
