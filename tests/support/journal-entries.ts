import * as fc from 'fast-check';
import { BEGINNING, type Head, sealEntry } from '../../src/domain/journal/chain.ts';
import type {
  BroadcastCounts,
  EntryDraft,
  JournalEvent,
  StoredEntry,
  UnsignedEntry,
} from '../../src/domain/journal/entry.ts';
import { sha256 } from '../../src/platform/digest.ts';
import { anyCodeUnit, attemptId, BAKERY } from './broadcasts.ts';

/** 2026-11-22 15:04:05 in Japan. */
export const FOUR_PAST_THREE = Date.UTC(2026, 10, 22, 6, 4, 5);

/** As it was before fingerprints were keyed. */
export const COUNTS: BroadcastCounts = {
  fingerprint: 'f'.repeat(64),
  audience: 'all',
  people: 1_234,
  scheduledAt: null,
  bubbles: 2,
  letters: 120,
  links: 1,
  voom: false,
};

/** The same of old and new form. */
const anyCounts: fc.Arbitrary<BroadcastCounts> = fc.constantFrom(
  COUNTS,
  ...[COUNTS.fingerprint, null].map((digest) => {
    const { fingerprint: _, ...rest } = COUNTS;
    // In the order in which entries are written.
    return { fingerprint: digest, keyed: true as const, ...rest };
  }),
);

export function draftOf(event: JournalEvent, change: Partial<EntryDraft> = {}): EntryDraft {
  return { at: FOUR_PAST_THREE, attempt: attemptId(1), account: BAKERY, event, ...change };
}

export function entryOf(event: JournalEvent, change: Partial<UnsignedEntry> = {}): UnsignedEntry {
  return {
    v: 1,
    seq: 1,
    prev: BEGINNING.hash,
    offsetMinutes: 540,
    extension: '0.2.0',
    ...draftOf(event),
    ...change,
  };
}

/** A journal of these events, sealed one after the other. */
export async function chainOf(events: readonly JournalEvent[]): Promise<readonly StoredEntry[]> {
  const chain: StoredEntry[] = [];
  let last: Head = BEGINNING;
  for (const event of events) {
    const sealed = await sealEntry(entryOf(event, { seq: last.seq + 1, prev: last.hash }), sha256);
    chain.push(sealed);
    last = sealed;
  }
  return chain;
}

const anyText = fc.oneof(
  fc.string({ unit: anyCodeUnit, maxLength: 30 }),
  fc
    .tuple(
      fc.constantFrom('', ' ', '　', "'", "''", '\t', '\u200b'),
      fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%', '"', '\r\n', '\n', ','),
      fc.string({ maxLength: 5 }),
    )
    .map((parts) => parts.join('')),
);

/** Events that carry what somebody typed. */
export const typedEvent = fc.oneof(
  fc.record({
    kind: fc.constant('overridden' as const),
    reason: anyText,
    broadcast: anyCounts,
  }),
  fc.record({
    kind: fc.constant('released' as const),
    broadcast: anyCounts,
    sketch: fc.array(fc.nat(), { maxLength: 3 }),
    reasons: fc.array(fc.record({ check: fc.constant('voom-on'), text: anyText }), { maxLength: 2 }),
    person: fc.option(anyText),
    tookMs: fc.nat(),
  }),
);

/** One event of every kind. */
export const EVERY_EVENT: readonly JournalEvent[] = [
  { kind: 'attempted', source: 'button', recognised: true, broadcast: COUNTS },
  { kind: 'asked', items: ['account', 'when'], findings: ['voom-on'], changes: ['people'] },
  { kind: 'answered', item: 'people', unverified: true },
  { kind: 'caught', by: 'people' },
  {
    kind: 'released',
    broadcast: { ...COUNTS, scheduledAt: FOUR_PAST_THREE + 86_400_000 },
    sketch: [1, 2, 3],
    reasons: [
      { check: 'voom-on', text: '告知も兼ねるため' },
      { check: 'quiet-hours', text: '早朝の運休のため' },
    ],
    person: '田中',
    tookMs: 61_700,
  },
  { kind: 'refused', why: 'stopped' },
  { kind: 'overridden', reason: '運休のお知らせで急ぐため', broadcast: COUNTS },
  { kind: 'outcome', outcome: 'accepted', status: 200 },
  { kind: 'blocked', requestType: 'xmlhttprequest' },
  { kind: 'unconfirmed', why: 'lock-off', status: 200 },
  { kind: 'observed', layer: 'lock' },
  { kind: 'policy', before: null, after: 'a'.repeat(64), keys: ['lock', 'items'], kept: ['lock'] },
  {
    kind: 'policy',
    origin: 'own',
    before: null,
    after: 'b'.repeat(64),
    keys: ['lock', 'cautionWords'],
    kept: [],
    changes: [
      { rule: 'lock', account: null, before: 'enforce', after: 'off' },
      { rule: 'cautionWords', account: BAKERY, before: '必ず\n=1+1', after: '' },
    ],
    more: 3,
  },
  { kind: 'passphrase', step: 'removed' },
  {
    kind: 'approval',
    step: 'sent-back',
    way: 'here',
    operator: '佐藤',
    person: '山田',
    isVerified: true,
    items: [],
    reason: '割引率が原稿と違います',
  },
  { kind: 'unrecognised', place: 'editor' },
  { kind: 'gap', why: 'tail-lost', expectedSeq: 60, foundSeq: 29 },
  { kind: 'pruned', lastSeq: 12, lastHash: 'b'.repeat(64), days: 400 },
  { kind: 'rekey', former: 'a'.repeat(64) },
  { kind: 'clock-jump', byMs: -180_000 },
];
