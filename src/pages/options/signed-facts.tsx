import { longDate } from '../../domain/calendar.ts';
import type { OpenedFile } from '../../domain/policy/signed-file/open-signed-file.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { useTexts } from '../texts.ts';

export interface SignedFactsProps {
  readonly file: OpenedFile;
  /** The groups of digits by which people compare its key. */
  readonly fingerprint: readonly string[];
}

/** Who signed a file, which one it is, and how long it is good. */
export function SignedFacts({ file: { payload }, fingerprint }: SignedFactsProps) {
  const { t, languageTag } = useTexts();
  return (
    <dl class="signed-facts">
      <dt>{t('optionsSignedCompany')}</dt>
      <dd>
        <ForeignText text={payload.companyName} />
      </dd>
      <dt>{t('optionsSignedCounter')}</dt>
      <dd>{payload.counter}</dd>
      <dt>{t('optionsSignedUntil')}</dt>
      <dd>{longDate(payload.notAfter, languageTag)}</dd>
      <dt>{t('optionsSignedKey')}</dt>
      <dd class="key-number">{fingerprint.join(' ')}</dd>
    </dl>
  );
}
