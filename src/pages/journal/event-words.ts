import * as v from 'valibot';
import { itemKeySchema } from '../../domain/broadcast/checklist.ts';
import { MINUTE } from '../../domain/clock.ts';
import type { JournalEvent, Outcome, RefusalReason } from '../../domain/journal/entry.ts';
import type { PassphraseStep } from '../../domain/journal/policy-event.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { approvalWords } from './approval-words.ts';
import { checkWords, itemWords } from './name-words.ts';

type Of<K extends JournalEvent['kind']> = Extract<JournalEvent, { readonly kind: K }>;

const REFUSALS: Readonly<Record<RefusalReason, MessageKey>> = {
  cancelled: 'journalRefusedCancelled',
  stopped: 'journalRefusedStopped',
  left: 'journalRefusedLeft',
  failed: 'journalRefusedFailed',
};

const OUTCOMES: Readonly<Record<Outcome, MessageKey>> = {
  accepted: 'journalAccepted',
  reserved: 'journalReserved',
  'refused-by-server': 'journalRefusedByServer',
  unknown: 'journalOutcomeUnknown',
};

const UNCONFIRMED: Readonly<Record<Of<'unconfirmed'>['why'], MessageKey>> = {
  'not-allowed': 'journalUnconfirmedNotAllowed',
  'other-content': 'journalUnconfirmedOther',
  'lock-off': 'journalUnconfirmedLockOff',
};

const OBSERVED: Readonly<Record<Of<'observed'>['layer'], MessageKey>> = {
  network: 'journalObservedNetwork',
  lock: 'journalObservedLock',
  button: 'journalObservedButton',
};

const GAPS: Readonly<Record<Of<'gap'>['why'], MessageKey>> = {
  'tail-lost': 'journalGapTail',
  'started-anew': 'journalGapAnew',
};

const PASSPHRASE: Readonly<Record<PassphraseStep, MessageKey>> = {
  set: 'journalPassphraseSet',
  changed: 'journalPassphraseChanged',
  removed: 'journalPassphraseRemoved',
  opened: 'journalPassphraseOpened',
  wrong: 'journalPassphraseWrong',
  'found-other': 'journalPassphraseFoundOther',
};

/** What happened, in a few plain words. */
export function eventWords(event: JournalEvent, t: Translate): string {
  switch (event.kind) {
    case 'attempted':
      return t(event.recognised ? 'journalAttempted' : 'journalAttemptedUnread');
    case 'asked':
      return event.findings.length === 0
        ? t('journalAsked', event.items.length)
        : t('journalAskedFound', event.items.length, event.findings.length);
    case 'answered':
      return t(event.unverified ? 'journalAnsweredUnverified' : 'journalAnswered', itemWords(event.item, t));
    case 'caught':
      return caughtWords(event.by, t);
    case 'released':
      return t('journalReleased');
    case 'refused':
      return t(REFUSALS[event.why]);
    case 'overridden':
      return t('journalOverridden');
    case 'outcome':
      return t(OUTCOMES[event.outcome], event.status ?? '?');
    case 'blocked':
      return t('journalBlocked');
    case 'unconfirmed':
      return t(UNCONFIRMED[event.why]);
    case 'observed':
      return t(OBSERVED[event.layer]);
    case 'policy':
      return policyWords(event, t);
    case 'passphrase':
      return t(PASSPHRASE[event.step]);
    case 'approval':
      return approvalWords(event, t);
    case 'unrecognised':
      return t('journalUnrecognised');
    case 'gap':
      return gapWords(event, t);
    case 'pruned':
      return t('journalPruned', event.days, event.lastSeq);
    case 'rekey':
      return t('journalRekeyed');
    case 'clock-jump':
      return clockWords(event, t);
  }
}

function policyWords({ origin, after, kept }: Of<'policy'>, t: Translate): string {
  if (origin === 'own') return t('journalOwnPolicy');
  if (origin !== 'signed') return t(kept.length === 0 ? 'journalPolicy' : 'journalPolicyKept');
  if (after === null) return t('journalSignedReleased');
  return t(kept.length === 0 ? 'journalSignedPolicy' : 'journalSignedMended');
}

function caughtWords(by: string, t: Translate): string {
  const item = v.safeParse(itemKeySchema, by);
  return item.success
    ? t('journalCaughtAnswer', itemWords(item.output, t))
    : t('journalCaughtCheck', checkWords(by, t));
}

function gapWords({ why, expectedSeq, foundSeq }: Of<'gap'>, t: Translate): string {
  if (expectedSeq === null || foundSeq === null) return t(GAPS[why]);
  return `${t(GAPS[why])} (${t('journalGapNumbers', expectedSeq, foundSeq)})`;
}

function clockWords({ byMs }: Of<'clock-jump'>, t: Translate): string {
  const minutes = Math.round(Math.abs(byMs) / MINUTE);
  return t(byMs < 0 ? 'journalClockBack' : 'journalClockForward', minutes);
}
