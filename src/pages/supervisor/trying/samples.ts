import * as v from 'valibot';
import { type BasicId, readBasicId } from '../../../domain/broadcast/basic-id.ts';
import { type Attempt, attemptIdSchema, type Broadcast } from '../../../domain/broadcast/broadcast.ts';
import { DAY, type Instant } from '../../../domain/clock.ts';
import type { MessageKey, Translate } from '../../../platform/i18n.ts';

/** Practice broadcasts, each with faults that are really made. */
export const SAMPLE_NAMES = ['template', 'date', 'link'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

export const SAMPLE_TITLES: Readonly<Record<SampleName, MessageKey>> = {
  template: 'supervisorSampleTemplate',
  date: 'supervisorSampleDate',
  link: 'supervisorSampleLink',
};

/** An attempt that was never made. */
export type Sample = Pick<Attempt, 'id' | 'broadcast' | 'page'>;

/** @param account from which it is sent; null: one that nothing is said of */
export function sampleOf(name: SampleName, account: BasicId | null, now: Instant, t: Translate): Sample {
  switch (name) {
    case 'template':
      return sample(account, 1_500, [t('supervisorSampleTemplateText')], { schedule: { kind: 'now' } });
    case 'date':
      return sample(account, 120, [t('supervisorSampleDateText', dayText(now - DAY))], {
        schedule: { kind: 'at', at: tomorrowAt(now, 12, 0) },
        audience: { kind: 'narrowed', name: null, target: 'practice', limit: null },
      });
    case 'link':
      return sample(account, 5_000, [t('supervisorSampleLinkText')], {
        schedule: { kind: 'at', at: tomorrowAt(now, 23, 30) },
        voom: true,
      });
  }
}

function sample(
  account: BasicId | null,
  people: number,
  texts: readonly string[],
  change: Partial<Broadcast>,
): Sample {
  return {
    id: v.parse(attemptIdSchema, '0'.repeat(32)),
    broadcast: {
      account: account ?? readBasicId('@practice'),
      schedule: { kind: 'unclear' },
      audience: { kind: 'all', name: null, target: 'practice', limit: null },
      bubbles: texts.map((text) => ({ kind: 'text', text, name: null, links: [], key: null })),
      voom: false,
      abTest: false,
      readable: true,
      ...change,
    },
    page: { accountName: null, people, recognised: true },
  };
}

function tomorrowAt(now: Instant, hours: number, minutes: number): Instant {
  return new Date(now + DAY).setHours(hours, minutes, 0, 0);
}

/** `2026/11/22`, as it is written in every language. */
function dayText(at: Instant): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('/');
}
