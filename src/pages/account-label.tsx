import type { AccountId } from '../domain/unsend/identity.ts';
import { ForeignText } from '../ui/foreign-text.tsx';

export interface AccountLabelProps {
  readonly account: AccountId;
  /** Empty when no name is known. */
  readonly name: string;
}

/** The account's own name, or what can be told apart of its id. */
export function AccountLabel({ account, name }: AccountLabelProps) {
  return <ForeignText text={name === '' ? shortId(account) : name} />;
}

/** `U1a2b…9f0e`: enough to tell a few accounts apart. */
export function shortId(account: AccountId): string {
  return `${account.slice(0, 5)}…${account.slice(-4)}`;
}
