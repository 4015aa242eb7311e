import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Broadcast, broadcastSchema } from '../../../../src/domain/broadcast/broadcast.ts';
import { changesBetween } from '../../../../src/domain/broadcast/changes.ts';
import { readBroadcastRequest } from '../../../../src/line/manager/requests/read-broadcast-request.ts';

const URL = 'https://manager.line.biz/api/bots/%40shop/broadcasts/v2';
const TEXT = { contentType: 'TEXT', text: '本日のおすすめは食パンです。', emojis: [], updateToken: 'a1' };
const read = (body: unknown, url = URL) => readBroadcastRequest(url, JSON.stringify(body));

describe('the broadcast in a request', () => {
  it('is read with account, time, bubbles and VOOM', () => {
    const body = {
      status: 'SCHEDULED',
      immediate: false,
      scheduledDate: 1_764_550_800,
      withTimeline: true,
      balloons: [TEXT],
    };
    expect(read(body)).toEqual({
      account: '@shop',
      schedule: { kind: 'at', at: 1_764_550_800_000 },
      audience: { kind: 'all', name: null, target: '', limit: null },
      bubbles: [{ kind: 'text', text: TEXT.text, name: null, links: [], key: null }],
      voom: true,
      abTest: null,
      readable: true,
    });
  });

  it.each([
    ['at once', { immediate: true }, { kind: 'now' }],
    [
      'at once, with a date left over',
      { immediate: true, scheduledDate: 1_764_550_800 },
      { kind: 'unclear' },
    ],
    ['at a time', { immediate: false, scheduledDate: 1_764_550_800 }, { kind: 'at', at: 1_764_550_800_000 }],
    ['at a time in words', { immediate: false, scheduledDate: '2025-12-01T10:00' }, { kind: 'unclear' }],
    ['at an impossible time', { immediate: false, scheduledDate: 1e300 }, { kind: 'unclear' }],
    ['never said', {}, { kind: 'unclear' }],
  ])('its time: %s', (_what, said, schedule) => {
    expect(read({ balloons: [TEXT], ...said }).schedule).toEqual(schedule);
  });

  it.each([
    ['nobody described', {}, 'all'],
    ['a description without content', { targeting: { ages: [], genders: null } }, 'all'],
    ['a description', { targeting: { ages: ['15-19'] } }, 'narrowed'],
    ['everybody by a word', { target: 'ALL' }, 'all'],
    ['somebody by a word', { target: 'FRIENDS_OF_TOKYO' }, 'unclear'],
  ])('its receivers: %s', (_what, said, kind) => {
    expect(read({ balloons: [TEXT], ...said }).audience.kind).toBe(kind);
  });

  it('two descriptions of the same receivers are the same, whatever their order and tokens', () => {
    const one = read({ balloons: [TEXT], targeting: { ages: ['15-19'], gender: 'f', updateToken: 'x' } });
    const two = read({ balloons: [TEXT], targeting: { updateToken: 'y', gender: 'f', ages: ['15-19'] } });
    expect(one.audience.target).toBe(two.audience.target);
    expect(one.audience.target).not.toBe(
      read({ balloons: [TEXT], targeting: { gender: 'm' } }).audience.target,
    );
  });

  it.each([
    ['STICKER', 'sticker'],
    ['IMAGE', 'image'],
    ['VIDEO', 'video'],
    ['VOICE', 'voice'],
    ['COUPON', 'coupon'],
    ['RICH', 'rich-message'],
    ['RICH_VIDEO', 'rich-video'],
    ['FLEX', 'card'],
    ['RESEARCH', 'survey'],
    ['RESERVATION', 'reservation'],
  ])('a bubble of the kind %s is a %s', (contentType, kind) => {
    const [bubble] = read({ balloons: [{ contentType, key: 'k1', title: '冬の割引' }] }).bubbles;
    expect(bubble).toMatchObject({ kind, key: 'k1', name: '冬の割引' });
  });

  it.each([
    [
      'of an unknown kind',
      { contentType: 'HOLOGRAM', title: '冬の割引' },
      '{"contentType":"HOLOGRAM","title":"冬の割引"}',
    ],
    [
      'in an unknown form',
      { type: 'text', content: { text: '【テスト】' } },
      '{"content":{"text":"【テスト】"},"type":"text"}',
    ],
  ])('a bubble %s is shown as it is', (_what, balloon, text) => {
    expect(read({ balloons: [balloon] }).bubbles).toMatchObject([{ kind: 'unknown', text, key: null }]);
  });

  it('two cards with different contents are not the same', () => {
    const card = (text: string) =>
      read({ balloons: [{ contentType: 'FLEX', key: 'k', contents: { text } }] }).bubbles[0];
    expect(card('春')?.key).not.toBe(card('冬')?.key);
  });

  it('the links of a rich message are found, those of its pictures’ files too', () => {
    const [bubble] = read({
      balloons: [{ contentType: 'RICH', actions: [{ linkUri: 'https://example.com/sale' }] }],
    }).bubbles;
    expect(bubble?.links).toEqual(['https://example.com/sale']);
  });

  it('bubbles that are nested for variants are all read', () => {
    expect(read({ balloons: [[TEXT], [{ ...TEXT, text: '別の案' }]] }).bubbles).toHaveLength(2);
  });

  it.each([
    ['nothing', null],
    ['no JSON', 'a=b'],
    ['a list', '[]'],
    ['no bubbles', '{"balloons":[]}'],
  ])('%s is not readable', (_what, body) => {
    expect(readBroadcastRequest(URL, body).readable).toBe(false);
  });

  it.each([
    ['no JSON', 'id=501093204&send=1', 'id=501093204&send=1'],
    [
      'a reference to a draft',
      '{"send":true,"id":501093204,"updateToken":"x"}',
      '{"id":501093204,"send":true}',
    ],
  ])('what cannot be read is shown as it is: %s', (_what, body, shown) => {
    expect(readBroadcastRequest(URL, body).bubbles).toEqual([
      { kind: 'unknown', text: shown, name: null, links: [], key: null },
    ]);
  });

  it('whatever is in a body, what is read has the form of a broadcast', { timeout: 60_000 }, async () => {
    const balloon = fc.oneof(
      fc.anything(),
      fc.record({
        contentType: fc.constantFrom('TEXT', 'RICH', 'X'),
        text: fc.anything(),
        title: fc.anything(),
        linkUri: fc.string(),
      }),
    );
    const body = fc.record(
      {
        balloons: fc.oneof(fc.array(balloon, { maxLength: 12 }), fc.anything()),
        targeting: fc.anything(),
        scheduledDate: fc.anything(),
        limit: fc.anything(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.property(body, fc.webUrl(), (said, url) => {
        const text = JSON.stringify(said, (_, inner: unknown) => (typeof inner === 'bigint' ? 1 : inner));
        expect(v.is(broadcastSchema, readBroadcastRequest(url, text))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('content that is longer than what is kept of it', () => {
  const letters = (length: number) => 'あ'.repeat(length);
  const withBalloons = (balloons: readonly unknown[]) => read({ balloons, immediate: true });
  const WRITERS: Readonly<Record<string, (text: string) => Broadcast>> = {
    'a text': (text) => withBalloons([{ contentType: 'TEXT', text }]),
    'a card': (text) => withBalloons([{ contentType: 'FLEX', id: 'k', contents: { body: [{ text }] } }]),
    'a bubble that nobody knows': (text) => withBalloons([{ contentType: 'NEW', text }]),
    'the eleventh bubble': (text) =>
      withBalloons([...Array.from({ length: 10 }, () => ({ contentType: 'TEXT', text: '' })), { text }]),
    'a body that is no JSON': (text) => readBroadcastRequest(URL, `{${text}`),
    'a description of receivers': (text) => read({ target: { note: text }, balloons: [TEXT] }),
  };

  it.each(Object.entries(WRITERS))(
    '%s: one letter changed anywhere makes another broadcast',
    async (_, written) => {
      await fc.assert(
        fc.property(fc.integer({ min: 0, max: 29_999 }), (place) => {
          const before = letters(30_000);
          const after = `${before.slice(0, place)}い${before.slice(place + 1)}`;
          const [a, b] = [written(before), written(after)];
          expect(changesBetween({ broadcast: a, people: 1 }, { broadcast: b, people: 1 })).not.toEqual([]);
          expect(v.is(broadcastSchema, b)).toBe(true);
        }),
        { numRuns: 30 },
      );
    },
  );
});
