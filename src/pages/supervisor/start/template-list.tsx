import { TEMPLATE_NAMES, type TemplateName } from '../../../domain/policy/templates.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { useTexts } from '../../texts.ts';

const WORDS: Readonly<Record<TemplateName, { readonly title: MessageKey; readonly help: MessageKey }>> = {
  'small-shop': { title: 'supervisorTemplateShop', help: 'supervisorTemplateShopHelp' },
  'company-review': { title: 'supervisorTemplateCompany', help: 'supervisorTemplateCompanyHelp' },
  'public-body': { title: 'supervisorTemplatePublic', help: 'supervisorTemplatePublicHelp' },
};

/** The ready-made policies, each with whom it is for. */
export function TemplateList({ onTake }: { readonly onTake: (name: TemplateName) => void }) {
  const { t } = useTexts();
  return (
    <ul class="templates">
      {TEMPLATE_NAMES.map((name) => (
        <li key={name} class="card">
          <p class="card-title" id={`template-${name}-title`}>
            {t(WORDS[name].title)}
          </p>
          <p class="field-help" id={`template-${name}`}>
            {t(WORDS[name].help)}
          </p>
          <Button onPress={() => onTake(name)} describedBy={`template-${name}-title template-${name}`}>
            {t('supervisorTemplateTake')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
