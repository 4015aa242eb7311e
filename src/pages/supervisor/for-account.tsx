import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { useTexts } from '../texts.ts';

/** Whom a section is about, so that nobody writes for one account what is meant for all. */
export function ForAccount({ account }: { readonly account: BasicId | null }) {
  const { t } = useTexts();
  return (
    <p>
      <span class="tag">
        {account === null ? t('supervisorAllAccounts') : <ForeignText text={account} />}
      </span>
    </p>
  );
}
