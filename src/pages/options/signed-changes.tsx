import type { PolicyChange } from '../../domain/policy/policy-changes.ts';
import { ChangeList } from '../policy-words/change-list.tsx';
import { useTexts } from '../texts.ts';

/** More than these would push the answer to the question out of sight. */
const MOST_OPEN = 3;

/** What a file changes; a long list opens when somebody wants to read it. */
export function SignedChanges({ changes }: { readonly changes: readonly PolicyChange[] }) {
  const { t } = useTexts();
  if (changes.length > MOST_OPEN)
    return (
      <details class="signed-changes">
        <summary class="field-label">{t('optionsSignedChangesMany', changes.length)}</summary>
        <ChangeList changes={changes} />
      </details>
    );
  return (
    <>
      <p class="field-label">{t(changes.length === 0 ? 'optionsSignedNoChanges' : 'optionsSignedChanges')}</p>
      {changes.length > 0 && <ChangeList changes={changes} />}
    </>
  );
}
