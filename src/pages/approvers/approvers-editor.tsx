import type { Approver } from '../../domain/broadcast/approval/approver.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldOrigin } from '../../ui/field-origin.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../texts.ts';
import { ApproversText } from './approvers-text.tsx';
import { NewApprover } from './new-approver.tsx';

export interface ApproversEditorProps {
  /** Null: nobody is registered. */
  readonly approvers: readonly Approver[] | null;
  /** What is locked can be copied, and not changed; undefined where nothing is. */
  readonly origin?: FieldOrigin | undefined;
  readonly onSave: (approvers: Approver[] | null) => void;
}

/** Who may approve as the second person: registering, removing, and copying to another computer. */
export function ApproversEditor({ approvers, origin, onSave }: ApproversEditorProps) {
  const { t } = useTexts();
  const registered = approvers ?? [];
  const remove = (name: string) => {
    const left = registered.filter((approver) => approver.name !== name);
    onSave(left.length === 0 ? null : left);
  };
  return (
    <>
      {approvers === null && <p class="quiet">{t('optionsApproversNone')}</p>}
      {approvers?.length === 0 && <Notice tone="warn" title={t('optionsApproversEmpty')} children={null} />}
      {registered.length > 0 && (
        <ul class="approvers">
          {registered.map(({ name }) => (
            <li key={name}>
              <bdi>{name}</bdi>
              <Button look="danger" disabled={origin?.isLocked === true} onPress={() => remove(name)}>
                {t('optionsApproverRemove', name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {origin?.isLocked !== true && (
        <NewApprover approvers={registered} onMade={(approver) => onSave([...registered, approver])} />
      )}
      <ApproversText approvers={registered} origin={origin} onSave={onSave} />
      <p>{t('approvalHonest')}</p>
    </>
  );
}
