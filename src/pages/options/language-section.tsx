import type { Policy } from '../../domain/policy/policy.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Section } from '../section.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';
import { originOf } from './origin.ts';
import type { EditedPolicy } from './use-policy.ts';

/** Languages under their own names, so that whoever needs one finds it on a page in any other. */
const LANGUAGE_NAMES: readonly {
  readonly value: Policy['language'];
  readonly name: MessageKey;
  readonly lang?: string;
}[] = [
  { value: 'auto', name: 'optionsLanguageAuto' },
  { value: 'ja', name: 'optionsLanguageJa', lang: 'ja' },
  { value: 'en', name: 'optionsLanguageEn', lang: 'en' },
  { value: 'zh_TW', name: 'optionsLanguageZhTw', lang: 'zh-TW' },
  { value: 'th', name: 'optionsLanguageTh', lang: 'th' },
];

/** The language of Matta's own texts. */
export function LanguageSection({ edited }: { readonly edited: EditedPolicy }) {
  const { t } = useTexts();
  return (
    <Section title={t('optionsLanguageHeading')}>
      <SelectField
        id="language"
        label={t('optionsLanguage')}
        value={edited.policy.language}
        choices={LANGUAGE_NAMES.map(({ value, name, lang }) => ({ value, lang, label: t(name) }))}
        origin={originOf(edited.rules.language, t)}
        outcome={edited.outcomeOf('language')}
        onSave={(language) => edited.save('language', (last) => ({ ...last, language }))}
      />
    </Section>
  );
}
