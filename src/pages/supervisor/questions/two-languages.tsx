import type { Language } from '../../../domain/policy/languages.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { useTexts } from '../../texts.ts';
import type { TextForm } from './item-form.ts';

/** The languages beside Japanese. */
export const OTHER_LANGUAGES = ['en', 'zh_TW', 'th'] as const;
export type OtherLanguage = (typeof OTHER_LANGUAGES)[number];

export const LANGUAGE_WORDS: Readonly<Record<Language, MessageKey>> = {
  ja: 'optionsLanguageJa',
  en: 'optionsLanguageEn',
  zh_TW: 'optionsLanguageZhTw',
  th: 'optionsLanguageTh',
};

const LONGEST = 200;

export interface TwoLanguagesProps {
  readonly id: string;
  readonly label: string;
  readonly text: TextForm;
  /** The language beside Japanese. */
  readonly other: OtherLanguage;
  /** The id of what says what is wrong; undefined: nothing. */
  readonly errorId?: string | undefined;
  readonly onChange: (text: TextForm) => void;
}

/** A text in Japanese and in another language, side by side. */
export function TwoLanguages({ id, label, text, other, errorId, onChange }: TwoLanguagesProps) {
  const { t } = useTexts();
  return (
    <div class="two-languages">
      {(['ja', other] as const).map((language) => (
        <div class="field" key={language}>
          <label for={`${id}-${language}`}>{t('supervisorTextIn', label, t(LANGUAGE_WORDS[language]))}</label>
          <textarea
            id={`${id}-${language}`}
            class="input"
            rows={2}
            lang={language === 'zh_TW' ? 'zh-TW' : language}
            maxLength={LONGEST}
            aria-invalid={language === 'ja' && errorId !== undefined}
            aria-describedby={language === 'ja' ? errorId : undefined}
            value={text[language]}
            onInput={(event) => onChange({ ...text, [language]: event.currentTarget.value })}
          />
        </div>
      ))}
    </div>
  );
}
