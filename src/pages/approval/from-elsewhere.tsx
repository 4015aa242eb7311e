import type { ReadBrief } from '../../domain/broadcast/approval/brief.ts';
import { REQUEST_LETTERS, spacedCode } from '../../domain/broadcast/approval/spoken-code.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Field } from '../../ui/field.tsx';
import { useTexts } from '../texts.ts';
import { type FormPart, pastedBrief } from './approver-form.ts';
import { ShownLook } from './shown-look.tsx';
import { TypedField } from './typed-field.tsx';

const FAULTS: Readonly<Record<Exclude<ReadBrief['kind'], 'brief'>, MessageKey>> = {
  none: 'approvalPastedNone',
  damaged: 'approvalPastedDamaged',
  'too-long': 'approvalPastedLong',
  newer: 'approvalPastedNewer',
};

/** A request of another computer: the text that was sent from there, with what it shows, or the code alone. */
export function FromElsewhere({ form, change }: FormPart) {
  const { t } = useTexts();
  const read = pastedBrief(form);
  const brief = read?.kind === 'brief' ? read.brief : null;
  return (
    <>
      <Field
        id="pasted"
        label={t('approvalPasted')}
        help={t('approvalPastedHelp')}
        error={read === null || read.kind === 'brief' ? null : t(FAULTS[read.kind])}
        control={(control) => (
          <textarea
            {...control}
            class="input pasted"
            rows={4}
            autocomplete="off"
            spellcheck={false}
            value={form.pasted}
            onInput={(event) => change({ pasted: event.currentTarget.value, chosen: 'code' })}
          />
        )}
      />
      {brief === null ? (
        <>
          <TypedField
            id="code"
            label={t('approvalCodeField', REQUEST_LETTERS)}
            value={form.code}
            longest={40}
            onType={(code) => change({ code, chosen: 'code' })}
          />
          <p class="quiet">{t('approvalNotSeen')}</p>
        </>
      ) : (
        <>
          <p>{t('approvalRequestOf', spacedCode(brief.request))}</p>
          <ShownLook look={brief.look} />
        </>
      )}
    </>
  );
}
