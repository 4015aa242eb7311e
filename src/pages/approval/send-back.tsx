import { useState } from 'preact/hooks';
import { isReason } from '../../domain/broadcast/typed-letters.ts';
import { REASON_LETTERS } from '../../domain/policy/reason-letters.ts';
import { Button } from '../../ui/button.tsx';
import { useTexts } from '../texts.ts';
import type { FormPart } from './approver-form.ts';
import { TypedField } from './typed-field.tsx';

export interface SendBackProps extends FormPart {
  readonly isBusy: boolean;
  readonly onSendBack: () => void;
}

/** To refuse, with a reason. Whoever does it corrects nothing: that is for the sender. */
export function SendBack({ form, change, isBusy, onSendBack }: SendBackProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div>
        <Button expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('approvalSendBack')}
        </Button>
      </div>
      {isOpen && (
        <>
          <TypedField
            id="reason"
            label={t('approvalSendBackReason', REASON_LETTERS)}
            help={t('approvalSendBackHelp')}
            value={form.reason}
            longest={200}
            onType={(reason) => change({ reason })}
          />
          <div>
            <Button look="danger" disabled={isBusy || !isReason(form.reason)} onPress={onSendBack}>
              {t('approvalSendBackAct')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
