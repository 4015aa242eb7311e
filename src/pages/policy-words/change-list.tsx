import type { PolicyChange } from '../../domain/policy/policy-changes.ts';
import { ChangeItem } from './change-item.tsx';

/** What one policy decides differently from another, rule by rule. */
export function ChangeList({ changes }: { readonly changes: readonly PolicyChange[] }) {
  return (
    <ul class="changes">
      {changes.map((change) => (
        <ChangeItem key={`${change.account} ${change.key}`} change={change} />
      ))}
    </ul>
  );
}
