import { switches } from '../active-switches.ts';
import { balloonsOf, bubblesOf } from './balloons.ts';
import { type BroadcastForm, emptyForm } from './form.ts';
import { secondsOf, writtenTimeOf } from './zone.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The body of a draft. */
export function draftOf(form: BroadcastForm): Fields {
  return { status: switches.draftWord, immediate: false, ...dateOf(form), ...contentOf(form) };
}

/** The body of the call that sends, or reserves. */
export function commitOf(form: BroadcastForm): Fields {
  const immediate = form.when === 'now';
  return { ...(immediate ? wordForNow() : scheduled), immediate, ...dateOf(form), ...contentOf(form) };
}

/** The form that a saved broadcast was written with; unknown values count as not set. */
export function formOf(content: Fields): BroadcastForm {
  const { balloons, targeting, scheduledDate, deliveryLimit } = content;
  const bubbles = bubblesOf(balloons);
  const empty = emptyForm();
  const isLater = typeof scheduledDate === 'number';
  return {
    ...empty,
    bubbles: bubbles.length === 0 ? empty.bubbles : bubbles,
    audience: typeof targeting === 'object' && targeting !== null ? 'narrowed' : 'all',
    when: isLater ? 'later' : 'now',
    time: isLater ? writtenTimeOf(scheduledDate) : empty.time,
    voom: content['withTimeline'] === true,
    limit: typeof deliveryLimit === 'number' ? deliveryLimit : null,
    abTest: content['abTest'] === true,
    campaign: content['campaign'] === true,
  };
}

const scheduled: Fields = { status: 'SCHEDULED' };

function wordForNow(): Fields {
  switch (switches.immediateWord) {
    case 'scheduled':
      return scheduled;
    case 'sending':
      return { status: 'SENDING' };
    case 'none':
      return {};
  }
}

/** Unix seconds; absent for 今すぐ配信. */
function dateOf({ when, time }: BroadcastForm): Fields {
  return when === 'now' || time.date === '' || time.time === '' ? {} : { scheduledDate: secondsOf(time) };
}

function contentOf(form: BroadcastForm): Fields {
  return {
    withTimeline: form.voom,
    balloons: balloonsOf(form),
    ...targetOf(form),
    ...(form.limit === null ? {} : { deliveryLimit: form.limit }),
    ...(form.abTest ? { abTest: true } : {}),
    ...(form.campaign ? { campaign: true } : {}),
  };
}

/** For everybody, v2 writes null and the older interface nothing. */
function targetOf({ audience, audienceName, hasAudience }: BroadcastForm): Fields {
  if (audience === 'all') return switches.endpoint === 'v1' ? {} : { targeting: null };
  const audiences = hasAudience
    ? [{ audienceId: 8801, operator: 'INCLUDE', description: 'practice audience' }]
    : [];
  return {
    targeting: { name: audienceName, audiences, genders: ['f'], ages: ['30-39', '40-49'], areas: [] },
  };
}
