import { Icon } from '../../ui/icon.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { ApproversEditor } from '../approvers/approvers-editor.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { editedGate } from './edited-gate.ts';
import type { EditedPolicy } from './use-policy.ts';

const FIELD = 'gate-approvers';

/** Who may approve as the second person, and the way to the page on which they do. */
export function ApproversSection({ edited }: { readonly edited: EditedPolicy }) {
  const { t } = useTexts();
  const edit = editedGate(edited, t);
  return (
    <Section title={t('optionsApproversHeading')} level={3}>
      <p>{t('optionsApproversIntro')}</p>
      <ApproversEditor
        approvers={edit.gate.approvers}
        origin={edit.originOf('approvers')}
        onSave={(approvers) => edit.save(FIELD, (last) => ({ ...last, approvers }))}
      />
      <Outcome outcome={edit.outcomeOf(FIELD)} />
      <p>
        <a class="button" href="../approval/index.html">
          <Icon name="check" />
          {t('optionsApproversPage')}
        </a>
      </p>
    </Section>
  );
}
