import type { RuleSet } from '../../domain/policy/rules.ts';
import type { MessageKey } from '../../platform/i18n.ts';

/** Rules of which one word is chosen. */
export type ChoiceKey =
  | 'network'
  | 'lock'
  | 'button'
  | 'usualAudience'
  | 'secondPerson'
  | 'override'
  | 'journalExcerpt'
  | 'region'
  | 'language';

type Words<K extends keyof RuleSet> = Readonly<Record<NonNullable<RuleSet[K]> & string, MessageKey>>;

const MODES = {
  enforce: 'optionsGateEnforce',
  observe: 'optionsGateObserve',
  off: 'optionsGateModeOff',
} as const;

/** When something is asked, in words. */
export const ASKING_WORDS = {
  always: 'optionsGateSecondAlways',
  large: 'optionsGateSecondLarge',
  never: 'optionsGateSecondNever',
} as const;

/** What is made of a finding, in words. */
export const LEVEL_WORDS = {
  block: 'supervisorLevelBlock',
  warn: 'supervisorLevelWarn',
  inform: 'supervisorLevelInform',
  off: 'optionsGateModeOff',
} as const;

/** Every word that can be chosen of each rule, in the order in which it is offered: the strictest first. */
export const CHOICE_WORDS: { readonly [K in ChoiceKey]: Words<K> } = {
  network: MODES,
  lock: MODES,
  button: MODES,
  usualAudience: {
    narrowed: 'supervisorAudienceNarrowed',
    unknown: 'supervisorAudienceUnknown',
    all: 'supervisorAudienceAll',
  },
  secondPerson: ASKING_WORDS,
  override: {
    never: 'supervisorOverrideNever',
    'reason-and-name': 'supervisorOverrideName',
    reason: 'supervisorOverrideReason',
  },
  journalExcerpt: {
    none: 'supervisorExcerptNone',
    first20: 'supervisorExcerptFirst',
    full: 'supervisorExcerptFull',
  },
  region: {
    JP: 'optionsRegionJapan',
    TH: 'optionsRegionThailand',
    TW: 'optionsRegionTaiwan',
    OTHER: 'optionsRegionOther',
  },
  language: {
    auto: 'optionsLanguageAuto',
    ja: 'optionsLanguageJa',
    en: 'optionsLanguageEn',
    zh_TW: 'optionsLanguageZhTw',
    th: 'optionsLanguageTh',
  },
};
