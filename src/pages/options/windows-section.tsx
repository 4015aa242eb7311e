import * as v from 'valibot';
import type { Clock } from '../../domain/clock.ts';
import { isFloor } from '../../domain/policy/layer.ts';
import { type Policy, windowChoice } from '../../domain/policy/policy.ts';
import { type AccountId, accountIdSchema } from '../../domain/unsend/identity.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import type { Loaded } from '../use-loaded.ts';
import { AccountWindow } from './account-window.tsx';
import type { KnownAccount } from './options-ports.ts';
import { originOf } from './origin.ts';
import type { EditedPolicy } from './use-policy.ts';

export interface WindowsSectionProps {
  readonly edited: EditedPolicy;
  readonly accounts: Loaded<readonly KnownAccount[]>;
  readonly clock: Clock;
}

/** How long each account's messages are taken to be unsendable. */
export function WindowsSection({ edited, accounts, clock }: WindowsSectionProps) {
  const { t } = useTexts();
  const listed = [...(accounts.value ?? []), ...onlyInPolicy(edited.policy, accounts.value ?? [])];
  return (
    <Section title={t('optionsWindowsHeading')}>
      {accounts.state === 'failed' && (
        <Notice tone="warn" title={t('commonLoadFailed')}>
          <Button onPress={accounts.reload}>{t('commonRetry')}</Button>
        </Notice>
      )}
      {accounts.state === 'loading' && <p class="quiet">{t('commonLoading')}</p>}
      <p>
        {t(accounts.state === 'loaded' && listed.length === 0 ? 'optionsWindowsNone' : 'optionsWindowsIntro')}
      </p>
      {listed.map((known) => (
        <AccountWindow
          key={known.account}
          known={known}
          choice={windowChoice(edited.policy, known.account)}
          clock={clock}
          origin={originOf(windowOrigin(edited, known.account), t)}
          outcome={edited.outcomeOf(known.account)}
          onSave={(choice) =>
            edited.save(known.account, (policy) => ({
              ...policy,
              windows: { ...policy.windows, [known.account]: choice },
            }))
          }
        />
      ))}
    </Section>
  );
}

/** The windows are one rule, but each account's stands for itself: a supervisor may fix one and leave the others. */
function windowOrigin({ policy, rules }: EditedPolicy, account: AccountId) {
  const { from, floor } = rules.windows;
  if (floor?.[account] !== undefined) return { from, isFixed: true };
  if (policy.windows[account] === undefined) return { from: 'built-in', isFixed: false } as const;
  return { from: isFloor(from) ? ('own' as const) : from, isFixed: false };
}

/** Accounts with a setting of their own, of which nothing is stored any more. */
function onlyInPolicy(policy: Policy, stored: readonly KnownAccount[]): readonly KnownAccount[] {
  const known = new Set<string>(stored.map((entry) => entry.account));
  return Object.keys(policy.windows)
    .filter((account) => !known.has(account))
    .map((account) => ({ account: v.parse(accountIdSchema, account), name: '', messages: 0 }));
}
