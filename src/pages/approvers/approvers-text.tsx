import * as v from 'valibot';
import { type Approver, approverSchema, MOST_APPROVERS } from '../../domain/broadcast/approval/approver.ts';
import { Field } from '../../ui/field.tsx';
import type { FieldOrigin } from '../../ui/field-origin.tsx';
import { useTexts } from '../texts.ts';
import { useTypedOver } from '../use-typed-over.ts';

export interface ApproversTextProps {
  readonly approvers: readonly Approver[];
  /** What is locked can be copied, and not changed. */
  readonly origin: FieldOrigin | undefined;
  readonly onSave: (approvers: Approver[] | null) => void;
}

const listSchema = v.pipe(v.array(approverSchema), v.maxLength(MOST_APPROVERS));

/** All registrations as a text that another computer, or a policy, takes as it is. */
export function ApproversText({ approvers, origin, onSave }: ApproversTextProps) {
  const { t } = useTexts();
  const inForce = approvers.length === 0 ? '' : JSON.stringify(approvers);
  const { text, setText, rejected: isRejected, setRejected } = useTypedOver(inForce, false);
  const accept = (typed: string) => {
    const read = typed.trim() === '' ? null : readApprovers(typed);
    setRejected(read === 'unreadable');
    if (read !== 'unreadable' && JSON.stringify(read ?? []) !== JSON.stringify(approvers)) onSave(read);
  };
  return (
    <Field
      id="approvers-text"
      label={t('optionsApproversText')}
      help={t('optionsApproversTextHelp')}
      error={isRejected ? t('optionsApproversTextError') : null}
      origin={origin}
      control={({ disabled, ...control }) => (
        <textarea
          {...control}
          class="input lines"
          rows={3}
          readOnly={disabled}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={(event) => accept(event.currentTarget.value)}
        />
      )}
    />
  );
}

function readApprovers(text: string): Approver[] | 'unreadable' {
  try {
    const read = v.safeParse(listSchema, JSON.parse(text));
    return read.success && read.output.length > 0 ? read.output : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
