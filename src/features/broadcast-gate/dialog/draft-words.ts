import type { MessageKey, Translate } from '../../../platform/i18n.ts';

/** What is said of a draft in place of what is said of a broadcast. */
const SAID_OF_DRAFTS: ReadonlyMap<MessageKey, MessageKey> = new Map<MessageKey, MessageKey>([
  ['gateTitle', 'gateDraftTitle'],
  ['gateLead', 'gateDraftLead'],
  ['gateCoolingLead', 'gateDraftLead'],
  ['gateSummary', 'gateDraftSummary'],
  ['gateChecking', 'gateDraftChecking'],
  ['gateSilentText', 'gateDraftSilentText'],
  ['gateBack', 'gateBackFromDraft'],
  ['gateUnreadable', 'gateDraftUnreadable'],
  ['gateCovered', 'gateDraftCovered'],
  ['gateStoppedTitle', 'gateStoppedDraftTitle'],
  ['gateStoppedText', 'gateStoppedDraftText'],
  ['gateOverride', 'gateOverrideDraft'],
  ['gateOverrideText', 'gateDraftOverrideText'],
  ['gateOverrideReason', 'gateDraftOverrideReason'],
  ['gateCoolingOpens', 'gateDraftCoolingOpens'],
  ['gateReleasing', 'gateDraftReleasing'],
  ['gatePressTitle', 'gatePressDraftTitle'],
  ['gatePressText', 'gateDraftPressText'],
  ['gateExpiredText', 'gateDraftExpiredText'],
  ['gateWaitTitle', 'gateDraftWaitTitle'],
  ['gateAcceptedTitle', 'gateDraftAcceptedTitle'],
  ['gateAcceptedText', 'gateDraftAcceptedText'],
  ['gateReservedTitle', 'gateDraftAcceptedTitle'],
  ['gateReservedText', 'gateDraftAcceptedText'],
  ['gateRefusedTitle', 'gateDraftRefusedTitle'],
  ['gateRefusedText', 'gateDraftRefusedText'],
  ['gateUnknownTitle', 'gateDraftUnknownTitle'],
  ['gateUnknownText', 'gateDraftUnknownText'],
  ['gateFailedTitle', 'gateDraftFailedTitle'],
  ['gateFailedText', 'gateDraftFailedText'],
]);

/** The texts of the dialog where what was stopped only saves: nobody must read there that something is sent. */
export function draftWords(translate: Translate): Translate {
  return (key, ...values) => translate(SAID_OF_DRAFTS.get(key) ?? key, ...values);
}
