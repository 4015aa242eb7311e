import { type ApprovalLook, isOpenable } from '../../domain/broadcast/approval/look.ts';
import type { ExtractedValue } from '../../domain/broadcast/checklist.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import type { FormPart } from './approver-form.ts';
import { OwnQuestion } from './own-question.tsx';

const VALUE_KINDS = {
  date: 'gateValueDate',
  amount: 'gateValueAmount',
  name: 'gateValueName',
} as const satisfies Record<ExtractedValue['kind'], MessageKey>;

export interface LookQuestionsProps extends FormPart {
  readonly look: ApprovalLook;
}

/** What the operator is asked about the messages, asked once more. Nothing ticks all of it. */
export function LookQuestions({ look, form, change }: LookQuestionsProps) {
  const { t } = useTexts();
  const { values, links, questions } = look;
  if (values.length + links.length + questions.length === 0) return null;
  return (
    <Section title={t('approvalLookQuestions')}>
      {values.length > 0 && <Values look={look} form={form} change={change} />}
      {links.length > 0 && <Links look={look} form={form} change={change} />}
      {questions.map((question) => (
        <OwnQuestion key={question.name} question={question} form={form} change={change} />
      ))}
    </Section>
  );
}

function Values({ look, form, change }: LookQuestionsProps) {
  const { t } = useTexts();
  const { looked } = form;
  const tick = (id: string, isTicked: boolean) => {
    const others = looked.ticked.filter((other) => other !== id);
    change({ looked: { ...looked, ticked: isTicked ? [...others, id] : others } });
  };
  return (
    <fieldset class="plain">
      <legend class="field-label">{t('gateItemValues')}</legend>
      <p class="field-help">{t('approvalValuesHelp')}</p>
      {look.values.map(({ id, kind, text, before, after }) => (
        <label class="radio" key={id}>
          <input
            type="checkbox"
            checked={looked.ticked.includes(id)}
            onChange={(event) => tick(id, event.currentTarget.checked)}
          />
          <span>
            <span class="quiet">{t(VALUE_KINDS[kind])}</span>{' '}
            <bdi class="quiet" dir="auto">
              …{before}
              <b>{text}</b>
              {after}…
            </bdi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Each link is opened from here, and that ticks it. What is shown is what opens, whatever the text calls it. */
function Links({ look, form, change }: LookQuestionsProps) {
  const { t } = useTexts();
  const { looked } = form;
  const open = (id: string) => {
    if (!looked.opened.includes(id)) change({ looked: { ...looked, opened: [...looked.opened, id] } });
  };
  return (
    <fieldset class="plain">
      <legend class="field-label">{t('gateItemLinks')}</legend>
      <p class="field-help">{t('gateHelpLinks')}</p>
      {look.links.map((link) => {
        const address = isOpenable(link) ? link.url : null;
        return (
          <div class="look-link" key={link.id}>
            <bdi class="address" dir="ltr">
              {address ?? link.text}
            </bdi>
            {address === null ? (
              <p class="field-error">
                <Icon name="warn" />
                {t('approvalLinkBroken')}
              </p>
            ) : (
              <a
                class="button"
                href={address}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={`${t('gateLinkOpen')} ${address}`}
                onClick={() => open(link.id)}
                onAuxClick={(event) => event.button === 1 && open(link.id)}
              >
                {t('gateLinkOpen')}
              </a>
            )}
            {looked.opened.includes(link.id) && (
              <span class="done">
                <Icon name="check" />
                {t('gateLinkOpened')}
              </span>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
