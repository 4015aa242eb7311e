import type { Region } from '../../domain/policy/policy.ts';
import type { MessageKey } from '../../platform/i18n.ts';

/** Each region in words. */
export const REGION_NAMES: Readonly<Record<Region, MessageKey>> = {
  JP: 'optionsRegionJapan',
  TH: 'optionsRegionThailand',
  TW: 'optionsRegionTaiwan',
  OTHER: 'optionsRegionOther',
};

/** Where people with this browser language most often work; null when it tells nothing. Only ever a hint. */
export function suggestedRegion(browserLanguage: string): Region | null {
  const { language, region } = new Intl.Locale(browserLanguage);
  if (language === 'ja') return 'JP';
  if (language === 'th') return 'TH';
  return language === 'zh' && region === 'TW' ? 'TW' : null;
}
