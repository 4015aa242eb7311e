import { DRAFT_ID } from '../../addresses.ts';
import type { PracticeRequest } from './practice-server.ts';
import { jsonOf } from './request-kind.ts';

export type BroadcastStatus = 'SCHEDULED' | 'DRAFTED' | 'SENT' | 'ERROR';

/** One entry of the list of messages, with what the editor needs to open it. */
export interface Broadcast {
  readonly id: string;
  readonly status: BroadcastStatus;
  /** Epoch seconds. */
  readonly updatedDate: number;
  /** What was committed, in the shape in which the page sent it. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** The broadcasts of the practice accounts: a few from the start, and what the pages save. */
export class BroadcastStore {
  readonly #broadcasts = new Map<string, Broadcast>();
  #lastId = 501093400;

  constructor() {
    for (const broadcast of EXAMPLES) this.#broadcasts.set(broadcast.id, broadcast);
  }

  /** Keeps a draft, reservation or sent message; answers its id. */
  save({ path, body, kind, at }: PracticeRequest): string {
    const id = /\/(\d{9})(?:\/|$)/.exec(path)?.[1] ?? this.#nextId();
    const said = jsonOf(body);
    const content = typeof said === 'object' && said !== null ? { ...said } : {};
    const isLater = 'scheduledDate' in content && typeof content.scheduledDate === 'number';
    const status = kind === 'draft' ? 'DRAFTED' : isLater ? 'SCHEDULED' : 'SENT';
    this.#broadcasts.set(id, { id, status, updatedDate: Math.floor(at / 1000), content });
    return id;
  }

  /** The broadcast or the list that an address names; null for one that is not there. */
  read(address: string): Broadcast | readonly Broadcast[] | null {
    const { pathname, searchParams } = new URL(address);
    const id = /\/broadcasts\/(\d{9})$/.exec(pathname)?.[1];
    if (id !== undefined) return this.#broadcasts.get(id) ?? null;
    if (!/\/broadcasts$/.test(pathname)) return null;
    const status = searchParams.get('status');
    return [...this.#broadcasts.values()]
      .filter((broadcast) => broadcast.status === status)
      .toSorted((a, b) => b.updatedDate - a.updatedDate);
  }

  #nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }
}

const EXAMPLES: readonly Broadcast[] = [
  example(DRAFT_ID, 'DRAFTED', '週末のパン教室のご案内です。残り3席になりました。', {}),
  example('501093310', 'SCHEDULED', '12月1日(火)から、年末のご予約を受け付けます。', {
    scheduledDate: Date.parse('2026-12-01T10:00:00+09:00') / 1000,
  }),
  example('501093101', 'SENT', '本日は15時から、焼きたての食パンが並びます。', { immediate: true }),
  example('501093077', 'ERROR', '臨時休業のお知らせ', { immediate: true }),
];

function example(
  id: string,
  status: BroadcastStatus,
  text: string,
  more: Readonly<Record<string, unknown>>,
): Broadcast {
  const balloons = [{ contentType: 'TEXT', text, emojis: [], updateToken: `example-${id}` }];
  const content = { status, immediate: false, withTimeline: false, balloons, targeting: null, ...more };
  return { id, status, updatedDate: Date.parse('2026-11-20T15:00:00+09:00') / 1000, content };
}
