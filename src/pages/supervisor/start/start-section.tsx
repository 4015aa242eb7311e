import { useState } from 'preact/hooks';
import type { LayerProblem } from '../../../domain/policy/layer-problem.ts';
import { saysSomething } from '../../../domain/policy/policy-text.ts';
import type { LayerValues } from '../../../domain/policy/read-layer.ts';
import { TEMPLATES, type TemplateName } from '../../../domain/policy/templates.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../section.tsx';
import { useTexts } from '../../texts.ts';
import type { EditedDraft } from '../use-draft.ts';
import { DiffQuestion } from './diff-question.tsx';
import { ImportField } from './import-field.tsx';
import { TemplateList } from './template-list.tsx';

/** A policy that somebody may put in the place of the draft. */
interface Offer {
  readonly values: LayerValues;
  readonly problems: readonly LayerProblem[];
}

/** Where a draft comes from: a template, or a file. What is there already is replaced only after the difference was shown. */
export function StartSection({ draft }: { readonly draft: EditedDraft }) {
  const { t } = useTexts();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [isStarted, setStarted] = useState(false);
  const isEmpty = !saysSomething(draft.values);
  const begin = (values: LayerValues) => {
    draft.replace(values);
    setOffer(null);
    setStarted(true);
  };
  const take = (name: TemplateName) => {
    const values = { ...TEMPLATES[name], unknown: {}, unknownOfAccounts: {} };
    if (isEmpty) begin(values);
    else setOffer({ values, problems: [] });
  };
  return (
    <Section title={t('supervisorStartHeading')}>
      <p role="status">
        {t(isStarted ? 'supervisorStarted' : isEmpty ? 'supervisorStartIntro' : 'supervisorStartGoesOn')}
      </p>
      {draft.isUnsaved && (
        <Notice tone="urgent" title={t('supervisorUnsavedTitle')}>
          <p>{t('supervisorUnsaved')}</p>
        </Notice>
      )}
      <TemplateList onTake={take} />
      <ImportField onRead={setOffer} />
      {offer !== null && (
        <DiffQuestion
          before={draft.values}
          after={offer.values}
          problems={offer.problems}
          onApply={() => begin(offer.values)}
          onCancel={() => setOffer(null)}
        />
      )}
    </Section>
  );
}
