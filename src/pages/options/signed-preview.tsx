import { useState } from 'preact/hooks';
import { isLastGroup } from '../../domain/policy/signed-file/key-fingerprint.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Question } from '../../ui/question.tsx';
import { useTexts } from '../texts.ts';
import type { Preview } from './read-signed-file.ts';
import { SignedChanges } from './signed-changes.tsx';
import { SignedFacts } from './signed-facts.tsx';

type Takeable = Extract<Preview, { readonly text: string }>;

const TITLES: Readonly<Record<Takeable['kind'], MessageKey>> = {
  first: 'optionsSignedFirstTitle',
  next: 'optionsSignedNextTitle',
  release: 'optionsSignedReleaseTitle',
};

export interface SignedPreviewProps {
  readonly preview: Takeable;
  /** The settings are locked, and a first file needs the passphrase. */
  readonly isLocked: boolean;
  readonly onTake: (text: string, confirmed: string | null) => void;
  readonly onCancel: () => void;
}

/** What a file would do, and for the first of its key whose it is. */
export function SignedPreview({ preview, isLocked, onTake, onCancel }: SignedPreviewProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { kind, text, changes } = preview;
  const isFirst = kind === 'first';
  const take = () => {
    const isCompared = !isFirst || isLastGroup(typed, preview.fingerprint);
    setWrong(!isCompared);
    if (isCompared) onTake(text, isFirst ? typed : null);
  };
  const isHeld = isFirst && isLocked;
  return (
    <Question
      title={t(TITLES[kind])}
      answers={
        <>
          <Button look={kind === 'release' ? 'danger' : 'main'} disabled={isHeld} onPress={take}>
            {t(kind === 'release' ? 'optionsSignedRelease' : 'optionsSignedApply')}
          </Button>
          <Button onPress={onCancel}>{t('optionsSignedCancel')}</Button>
        </>
      }
    >
      <SignedFacts
        file={preview.file}
        fingerprint={isFirst ? withoutLast(preview.fingerprint) : preview.fingerprint}
      />
      {isHeld && <p>{t('lockForFirst')}</p>}
      {isFirst && !isHeld && (
        <>
          <p>{t('optionsSignedCompare')}</p>
          <Field
            id="signed-last-group"
            label={t('optionsSignedLastGroup')}
            help={t('optionsSignedLastGroupHelp')}
            error={isWrong ? t('optionsSignedLastGroupWrong') : null}
            control={(control) => (
              <input
                {...control}
                class="input input-number"
                type="text"
                inputMode="numeric"
                autoComplete="off"
                maxLength={40}
                value={typed}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          />
        </>
      )}
      {kind === 'release' ? <p>{t('optionsSignedReleaseBody')}</p> : <SignedChanges changes={changes} />}
    </Question>
  );
}

/** What is hidden has to be heard from somebody, and cannot just be copied. */
function withoutLast(fingerprint: readonly string[]): readonly string[] {
  return [...fingerprint.slice(0, -1), '••••'];
}
