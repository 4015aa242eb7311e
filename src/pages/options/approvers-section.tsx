import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { ApproversText } from './approvers-text.tsx';
import { editedGate } from './edited-gate.ts';
import { NewApprover } from './new-approver.tsx';
import type { EditedPolicy } from './use-policy.ts';

const FIELD = 'gate-approvers';

/** Who may approve as the second person, and the way to the page on which they do. */
export function ApproversSection({ edited }: { readonly edited: EditedPolicy }) {
  const { t } = useTexts();
  const edit = editedGate(edited, t);
  const { approvers } = edit.gate;
  const origin = edit.originOf('approvers');
  const save = (next: typeof approvers) => edit.save(FIELD, (last) => ({ ...last, approvers: next }));
  const remove = (name: string) => {
    const left = (approvers ?? []).filter((approver) => approver.name !== name);
    save(left.length === 0 ? null : left);
  };
  return (
    <Section title={t('optionsApproversHeading')}>
      <p>{t('optionsApproversIntro')}</p>
      {approvers === null && <p class="quiet">{t('optionsApproversNone')}</p>}
      {approvers?.length === 0 && <Notice tone="warn" title={t('optionsApproversEmpty')} children={null} />}
      {approvers !== null && approvers.length > 0 && (
        <ul class="approvers">
          {approvers.map(({ name }) => (
            <li key={name}>
              <bdi>{name}</bdi>
              <Button look="danger" disabled={origin.isLocked} onPress={() => remove(name)}>
                {t('optionsApproverRemove', name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!origin.isLocked && (
        <NewApprover
          approvers={approvers ?? []}
          onMade={(approver) => save([...(approvers ?? []), approver])}
        />
      )}
      <Outcome outcome={edit.outcomeOf(FIELD)} />
      <ApproversText approvers={approvers ?? []} origin={origin} onSave={save} />
      <p>{t('approvalHonest')}</p>
      <p>
        <a class="button" href="../approval/index.html">
          <Icon name="check" />
          {t('optionsApproversPage')}
        </a>
      </p>
    </Section>
  );
}
