import type { Random } from '../../replica/chat/model/random.ts';

/** A request of the editor, changed by chance, and what is true of it. */
export interface RequestVariant {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** False: it only saves. */
  readonly sends: boolean;
  readonly isNow: boolean;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

const HOST = 'https://manager.line.biz';
const PATHS = [
  '/api/bots/@demo/broadcasts',
  '/api/v2/bots/@demo/broadcasts',
  '/api/bots/@demo/broadcasts/501093101',
  '/api/bots/@demo/broadcasts/v3',
  '/api/v4/bots/%40demo/broadcast/deliver',
  '/api/bots/@demo/campaigns/7/deliver',
  '/api/messages/send',
] as const;

/** The request of a press on 配信 or 下書き保存, as a release of LINE may make it. */
export function makeRequest(random: Random): RequestVariant {
  const sends = random.next() < 0.7;
  const isNow = random.next() < 0.5;
  const text = random.pick(['本日は15時から', 'status: DRAFT', '{"status":"DRAFT"}', '']);
  const base: Fields = {
    balloons: [{ contentType: 'TEXT', text }],
    status: sends ? 'SCHEDULED' : 'DRAFT',
    ...(sends && isNow ? { immediate: true } : { scheduledDate: 1_796_088_600 }),
    target: { type: 'ALL' },
    withTimeline: false,
  };
  const changed = shuffled({ ...base, ...addedBy(random) }, random);
  const wrapped = sends && random.next() < 0.3 ? { payload: changed } : changed;
  return {
    method: random.pick(['POST', 'PUT', 'PATCH', 'post']),
    url: `${HOST}${random.pick(sends ? PATHS : PATHS.slice(0, 5))}${random.pick(['', '/', '?draft=1', '?v=2'])}`,
    body: JSON.stringify(wrapped),
    sends,
    isNow,
    text,
  };
}

/** Fields that are not known yet, some of which look as if they said something. */
function addedBy(random: Random): Fields {
  const some: readonly Fields[] = [
    {},
    { mode: 'DRAFT' },
    { draft: false },
    { meta: { status: 'DRAFT' } },
    { updateToken: 'x' },
    { abTest: null },
  ];
  return random.pick(some);
}

function shuffled(fields: Fields, random: Random): Fields {
  const entries = Object.entries(fields).map(([key, value]) => ({ at: random.next(), key, value }));
  return Object.fromEntries(entries.toSorted((a, b) => a.at - b.at).map(({ key, value }) => [key, value]));
}
