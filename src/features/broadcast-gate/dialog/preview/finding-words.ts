import type { Sheet } from '../../../../domain/broadcast/checklist.ts';
import type { Level } from '../../../../domain/broadcast/finding.ts';
import type { MessageKey, Translate } from '../../../../platform/i18n.ts';
import { plainName } from '../plain-name.ts';

/** A finding of a checklist as the dialog got it. */
export type ShownFinding = Sheet['findings'][number];

const LEVELS = {
  block: 'gateLevelBlock',
  warn: 'gateLevelWarn',
  inform: 'gateLevelInform',
} as const satisfies Record<Level, MessageKey>;

/** What was found, in words. Its key comes from our own checks; should it be of another version, something is still said. */
export function findingText(finding: ShownFinding, t: Translate): string {
  const said = t(finding.key as MessageKey, ...finding.values.map(plainName));
  return said === '' ? t('gateFindingUnnamed') : said;
}

/** `注意 2`: how a finding is called in the preview and in the list. */
export function findingTag({ level }: ShownFinding, number: number, t: Translate): string {
  return `${t(LEVELS[level])} ${number}`;
}
