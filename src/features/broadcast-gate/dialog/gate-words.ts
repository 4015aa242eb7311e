import type { Attempt } from '../../../domain/broadcast/broadcast.ts';
import type { Change, Item, ItemKey, ItemName, StillOpen } from '../../../domain/broadcast/checklist.ts';
import { isCustomKey } from '../../../domain/broadcast/custom-question.ts';
import type { Instant } from '../../../domain/clock.ts';
import type { MessageKey, Translate } from '../../../platform/i18n.ts';
import { plainName } from './plain-name.ts';
import { textIn } from './text-in.ts';
import { WhenWords } from './when-words.ts';

/** The question of each item. */
export const QUESTIONS = {
  account: 'gateItemAccount',
  people: 'gateItemPeople',
  when: 'gateItemWhen',
  values: 'gateItemValues',
  links: 'gateItemLinks',
  test: 'gateItemTest',
  'second-person': 'gateItemSecond',
  correction: 'gateItemCorrection',
} as const satisfies Record<ItemName, MessageKey>;

/** How each item is called in a list of what is still open. */
const SHORT_NAMES = {
  account: 'gateLabelAccount',
  people: 'gateLabelPeople',
  when: 'gateLabelWhen',
  values: 'gateShortValues',
  links: 'gateShortLinks',
  test: 'gateShortTest',
  'second-person': 'gateShortSecond',
  correction: 'gateShortCorrection',
} as const satisfies Record<ItemName, MessageKey>;

const CHANGED_PARTS = {
  account: 'gateChangeAccount',
  audience: 'gateChangeAudience',
  people: 'gateChangePeople',
  schedule: 'gateChangeSchedule',
  content: 'gateChangeContent',
  voom: 'gateChangeVoom',
  advanced: 'gateChangeAdvanced',
} as const satisfies Record<Change, MessageKey>;

/** Sentences of the dialog that are put together from more than one text. */
export class GateWords {
  readonly t: Translate;
  readonly when: WhenWords;

  readonly languageTag: string;

  constructor(translate: Translate, languageTag: string) {
    this.languageTag = languageTag;
    this.t = translate;
    this.when = new WhenWords(languageTag);
  }

  /** The act that the final button does: from where, to how many, when. */
  act({ broadcast, page }: Attempt, now: Instant): string {
    const name = page.accountName ?? broadcast.account;
    const account = name === null ? this.t('gateAccountUnknown') : plainName(name);
    const people = page.people === null ? this.t('gatePeopleUnknown') : this.people(page.people);
    switch (broadcast.schedule.kind) {
      case 'now':
        return this.t('gateSendNow', account, people);
      case 'at':
        return this.t('gateSendAt', account, people, this.when.dateAndTime(broadcast.schedule.at, now));
      case 'unclear':
        return this.t('gateSendSometime', account, people);
    }
  }

  /** `1,234人` */
  people(count: number): string {
    return this.t('gatePeopleCount', this.when.number(count));
  }

  changes(changes: readonly Change[]): string {
    return this.t('gateChangedText', this.when.list(changes.map((change) => this.t(CHANGED_PARTS[change]))));
  }

  /** What still has to be done, in one sentence. */
  stillOpen(open: StillOpen, items: readonly Item[], isBlock: (finding: string) => boolean): string {
    const blocks = open.findings.filter(isBlock);
    const parts = [
      ...(blocks.length > 0 ? [this.t('gateLeftBlocks')] : []),
      ...(blocks.length < open.findings.length ? [this.t('gateLeftReasons')] : []),
      ...open.items.map((name) => this.#shortName(name, items)),
    ];
    return this.t('gateStillOpen', this.when.list(parts));
  }

  /** A supervisor's question has no other name than itself. */
  #shortName(name: ItemKey, items: readonly Item[]): string {
    if (!isCustomKey(name)) return this.t(SHORT_NAMES[name]);
    const question = items.find((item) => item.name === name);
    return question !== undefined && 'kind' in question
      ? plainName(textIn(question.text, this.languageTag))
      : this.t('gateShortCustom');
  }
}
