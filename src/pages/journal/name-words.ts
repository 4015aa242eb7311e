import type { ItemKey, ItemName } from '../../domain/broadcast/checklist.ts';
import { isCustomKey } from '../../domain/broadcast/custom-question.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';

/** Each item of the checklist in a few words. */
const ITEM_WORDS: Readonly<Record<ItemName, MessageKey>> = {
  account: 'journalItemAccount',
  people: 'journalItemPeople',
  when: 'journalItemWhen',
  values: 'journalItemValues',
  links: 'journalItemLinks',
  test: 'journalItemTest',
  'second-person': 'journalItemSecondPerson',
  correction: 'journalItemCorrection',
};

/** An item in a few words; a supervisor's own question by the name that the supervisor gave it. */
export function itemWords(item: ItemKey, t: Translate): string {
  return isCustomKey(item) ? t('journalItemCustom', item.slice('custom:'.length)) : t(ITEM_WORDS[item]);
}

/** Each automatic check in a few words; all of them (tests/unit/pages/journal-words.test.ts). */
const CHECK_WORDS: ReadonlyMap<string, MessageKey> = new Map([
  ['ab-test', 'journalCheckAbTest'],
  ['all-friends-unusual', 'journalCheckAllFriends'],
  ['amount-differs', 'journalCheckAmount'],
  ['caution-words', 'journalCheckCautionWord'],
  ['changed-after-approval', 'journalCheckChangedAfterApproval'],
  ['deadline-before-delivery', 'journalCheckDeadline'],
  ['empty-bubble', 'journalCheckEmptyBubble'],
  ['holiday', 'journalCheckHoliday'],
  ['leftover-placeholder', 'journalCheckPlaceholder'],
  ['limit-set', 'journalCheckLimit'],
  ['link-duplicate', 'journalCheckLinkDuplicate'],
  ['link-foreign', 'journalCheckLinkForeign'],
  ['link-glued', 'journalCheckLinkGlued'],
  ['link-insecure', 'journalCheckLinkInsecure'],
  ['link-shortener', 'journalCheckLinkShortener'],
  ['link-staging', 'journalCheckLinkStaging'],
  ['link-syntax', 'journalCheckLinkSyntax'],
  ['near-duplicate', 'journalCheckNearDuplicate'],
  ['other-account-name', 'journalCheckOtherAccount'],
  ['over-long', 'journalCheckOverLong'],
  ['past-date', 'journalCheckPastDate'],
  ['people-unknown', 'journalCheckPeopleUnknown'],
  ['personal-data', 'journalCheckPersonalData'],
  ['quiet-hours', 'journalCheckQuietHours'],
  ['schedule-passed', 'journalCheckSchedulePassed'],
  ['schedule-soon', 'journalCheckScheduleSoon'],
  ['send-now-large', 'journalCheckSendNowLarge'],
  ['test-mark', 'journalCheckTestMark'],
  ['too-many-bubbles', 'journalCheckTooManyBubbles'],
  ['too-short', 'journalCheckTooShort'],
  ['unreadable', 'journalCheckUnreadable'],
  ['unusual-people', 'journalCheckUnusualPeople'],
  ['voom-on', 'journalCheckVoom'],
  ['weekday-mismatch', 'journalCheckWeekday'],
]);

/** The words for a finding by its id, such as `weekday-mismatch-1`; of a check that is gone by now, the id itself. */
export function checkWords(finding: string, t: Translate): string {
  const key = CHECK_WORDS.get(finding.replace(/-\d+$/, ''));
  return key === undefined ? finding : t(key);
}
