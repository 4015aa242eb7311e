import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyBody } from '../../../../src/line/manager/requests/classify-body.ts';

const balloons = [{ contentType: 'TEXT', text: '12月1日(火)10時から新作のパンが並びます。' }];
const json = (value: unknown) => JSON.stringify(value);
const timed = { status: 'DRAFT', scheduledDate: 1764550800, sendDate: 1764550800, balloons };
const fullDraft = {
  ...{ status: 'DRAFT', immediate: false, scheduledDate: 1764550800, withTimeline: true, balloons },
  targeting: {
    name: '配信先',
    audiences: [{ audienceId: 8801, operator: 'INCLUDE', description: 'SEND' }],
    ...{ genders: ['f'], ages: ['30-39'], areas: [] },
  },
  ...{ deliveryLimit: 500, abTest: true, campaign: true },
};
const nested = (depth: number, inner: unknown): unknown =>
  depth === 0 ? inner : { inner: nested(depth - 1, inner) };

describe('on an address of broadcasts', () => {
  it.each([
    ['a draft', json({ status: 'DRAFTED', immediate: false, balloons })],
    ['a draft by its other word', json({ status: 'DRAFT', balloons })],
    [
      'a draft with a time for later',
      json({ status: 'DRAFTED', immediate: false, scheduledDate: 1764550800, balloons }),
    ],
    [
      'a draft whose bubble has a status of its own',
      json({ status: 'DRAFTED', balloons: [{ status: 'SENT' }] }),
    ],
    ['a draft with spaces', ' { "status" : "DRAFTED" } '],
    ['a draft with a text that looks like a key', json({ status: 'DRAFTED', note: '"status":"SCHEDULED"' })],
    ['a draft with all that the editor knows', json(fullDraft)],
    ['a draft that says no by a number', json({ status: 'DRAFT', immediate: 0, balloons })],
    ['a draft that says no by an empty text', json({ status: 'DRAFT', sendNow: '', balloons })],
    ['a draft whose plan says no', json({ status: 'DRAFT', delivery: { immediate: false }, balloons })],
    [
      'a draft with times and a limit',
      json({ ...timed, deliveryLimit: 500, schedule: { sendAt: 1764550800 } }),
    ],
    ['a draft with a time in words', json({ status: 'DRAFT', deliverDate: '2026-12-01T10:00', balloons })],
    [
      'a draft whose bubble names a button',
      json({ status: 'DRAFT', balloons: [{ action: 'SEND', send: 1 }] }),
    ],
    ['a draft that shows who sends', json({ status: 'DRAFT', sender: { name: 'パン屋' }, balloons })],
    ['a draft for an audience of that name', json({ status: 'DRAFT', targetName: 'Sendai', balloons })],
  ])('%s passes', (_what, body) => {
    expect(classifyBody(body, 'commit')).toBe('draft');
  });

  it.each([
    ['nothing', null],
    ['an empty body', ''],
    ['no JSON', 'status=DRAFTED'],
    ['half a JSON', '{"status":"DRAFTED"'],
    ['a list', json([{ status: 'DRAFTED' }])],
    ['a text', json('DRAFTED')],
    ['no status', json({ balloons })],
    ['a reservation', json({ status: 'SCHEDULED', scheduledDate: 1764550800, balloons })],
    ['sending at once', json({ status: 'SCHEDULED', immediate: true, balloons })],
    ['an unknown word', json({ status: 'DRAFT_AND_SEND', balloons })],
    ['a word in small letters', json({ status: 'drafted', balloons })],
    ['a word in a list', json({ status: ['DRAFTED'], balloons })],
    ['a draft that goes at once', json({ status: 'DRAFTED', immediate: true, balloons })],
    ['a draft that goes at once by a word', json({ status: 'DRAFTED', immediate: 'true', balloons })],
    [
      'a draft that goes at once by a key in large letters',
      json({ status: 'DRAFTED', Immediate: true, balloons }),
    ],
    ['a draft that is to be sent', json({ status: 'DRAFTED', sendNow: true, balloons })],
    ['a draft with a plan to go at once', json({ status: 'DRAFT', schedule: { immediate: true }, balloons })],
    [
      'a draft with such a plan deep inside',
      json({ status: 'DRAFT', a: [{ b: { c: { now: 1 } } }], balloons }),
    ],
    [
      'a draft with such a plan as text',
      json({ status: 'DRAFT', plan: json({ immediate: true }), balloons }),
    ],
    ['a draft with a plan too deep to be read', json({ status: 'DRAFT', plan: nested(40, { a: 1 }) })],
    ['a draft with an order', json({ status: 'DRAFT', action: 'SEND', balloons })],
    ['a draft with a longer order', json({ status: 'DRAFT', action: 'PUBLISH_NOW', balloons })],
    ['a draft with an order in small letters', json({ status: 'DRAFT', command: 'deliver', balloons })],
    ['a draft to be sent immediately', json({ status: 'DRAFT', sendImmediately: true, balloons })],
    ['a draft to be sent immediately, by a number', json({ status: 'DRAFT', isSendRequested: 1, balloons })],
    ['a draft whose delivery is at once', json({ status: 'DRAFT', delivery: { mode: 'NOW' }, balloons })],
    ['a draft whose time is a yes', json({ status: 'DRAFT', sendDate: true, balloons })],
    ['a draft whose time is now', json({ status: 'DRAFT', sendTime: 'NOW', balloons })],
    ['two different words', '{"status":"SCHEDULED","status":"DRAFTED"}'],
    ['two different words, one escaped', '{"\\u0073tatus":"SCHEDULED","status":"DRAFTED"}'],
    ['two words by letter case', '{"Status":"SCHEDULED","status":"DRAFTED"}'],
    ['two answers to at once', '{"immediate":true,"immediate":false,"status":"DRAFTED"}'],
    ['the word in a wrapper', json({ broadcast: { status: 'DRAFTED' } })],
    ['the word on the prototype', '{"__proto__":{"status":"DRAFTED"}}'],
  ])('%s is held', (_what, body) => {
    expect(classifyBody(body, 'commit')).toBe('commit');
  });

  it('what a script put on every object changes nothing', () => {
    const polluted: Record<string, unknown> = Object.prototype as never;
    polluted['status'] = 'DRAFTED';
    try {
      expect(classifyBody(json({ balloons }), 'commit')).toBe('commit');
    } finally {
      delete polluted['status'];
    }
  });
});

describe('on any other address', () => {
  it.each([
    ['with bubbles and a time', json({ balloons, scheduledDate: 1764550800 })],
    ['with bubbles that go at once', json({ balloons, immediate: true })],
    ['with bubbles that do not go at once', json({ balloons, immediate: false })],
    ['with bubbles and a target', json({ balloons, target: { ages: ['15-19'] } })],
    ['deep inside', json({ data: { request: { balloons, targeting: { gender: 'f' } } } })],
    ['with bubbles and described receivers', json({ balloons, recipients: { ages: ['15-19'] } })],
    ['with bubbles and a word for its state', json({ balloons, status: 'SCHEDULED' })],
    ['written as a form', 'balloons=%5B%5D&immediate=true'],
    ['as a form with a word for its state', 'status=SCHEDULED&balloons=%5B%5D'],
    ['as a form with two words', 'status=SCHEDULED&balloons=%5B%5D&status=DRAFTED'],
    ['as a form with two words by letter case', 'Status=SCHEDULED&balloons=%5B%5D&status=DRAFTED'],
    ['as a form with two words, one escaped', '%73tatus=SCHEDULED&balloons=%5B%5D&status=DRAFTED'],
    ['as a form that saves and sends', 'status=DRAFTED&balloons=%5B%5D&immediate=true'],
    ['as a form that cannot be decoded', 'status=DRAFTED&balloons=%5B%5D&immediate=%ff'],
    ['with a comma too many', '{"balloons":[],"immediate":true,}'],
    ['hidden by escapes', '{"\\u0062alloons":[],"immediate":true}'],
    ['as a form, written as text', json({ balloons: json(balloons), immediate: 'true' })],
    ['with its content in a wrapper', json({ immediate: true, content: { balloons } })],
    ['with its time in a wrapper', json({ message: { balloons }, delivery: { immediate: true } })],
    ['with a draft’s word in a wrapper', json({ message: { balloons }, state: { status: 'DRAFT' } })],
    ['inside of a bubble', json({ balloons: [{ balloons, immediate: true }] })],
    ['as a form with a field for every bubble', 'balloons[0][text]=x&immediate=true'],
    ['as such a form, encoded', 'balloons%5B0%5D%5Btext%5D=x&immediate=true'],
    ['as such a form, encoded, with a plan', 'balloons%5B0%5D%5Btext%5D=x&delivery%5Bimmediate%5D=true'],
    ['as such a form that cannot be decoded', 'balloons%5B0%5D%5Btext%5D=%ff&immediate=true'],
    [
      'as a form with a target as JSON',
      `balloons[0][text]=x&target=${encodeURIComponent('{"ages":["15-19"]}')}`,
    ],
    ['as JSON with a form’s names', json({ 'balloons[0][text]': 'x', immediate: true })],
    [
      'as JSON with a form’s names, for a plan',
      json({ 'balloons[0][text]': 'x', 'delivery[immediate]': true }),
    ],
    ['as JSON inside of a text', json({ payload: json({ balloons, immediate: true }) })],
    [
      'as JSON inside of a text twice',
      json({ payload: json({ inner: json({ balloons, immediate: true }) }) }),
    ],
    ['as a text that is JSON', json(json({ balloons, immediate: true }))],
    ['as JSON in the field of a form', `payload=${encodeURIComponent(json({ balloons, immediate: true }))}`],
    ['with bubbles by number', json({ balloons: { 0: balloons[0] }, immediate: true })],
  ])('a broadcast %s is held', (_what, body) => {
    expect(classifyBody(body, 'body')).toBe('commit');
  });

  it.each([
    ['nothing', null],
    ['no JSON', 'a=b&balloons=1'],
    ['a log line', 'clicked balloons; status ok'],
    ['an answer to a customer', json({ text: '承知しました。', type: 'text' })],
    ['bubbles alone, as a preview has them', json({ balloons })],
    ['a test send under another address', json({ balloons, target: 'SELF' })],
    ['a text that mentions them', json({ text: 'balloons and immediate' })],
    ['a preview in a wrapper', json({ preview: { balloons } })],
    ['a preview whose bubble has a status', json({ balloons: [{ status: 'ACTIVE', filter: {} }] })],
    ['a preview as a form', 'balloons[0][text]=x&balloons[0][status]=ACTIVE'],
    ['a preview as JSON with a form’s names', json({ 'balloons[0][text]': 'x', 'balloons[0][status]': 'y' })],
    ['a test send with JSON inside of a text', json({ payload: json({ balloons, target: 'SELF' }) })],
    ['a test send as a form', 'balloons[0][text]=x&target=SELF'],
    ['a text that looks like JSON', json({ text: '{"balloons": と immediate', status: 'READ' })],
  ])('%s passes', (_what, body) => {
    expect(classifyBody(body, 'body')).toBe('harmless');
  });

  it.each([
    ['as JSON', json({ status: 'DRAFTED', balloons, immediate: false })],
    ['as a form', 'status=DRAFTED&immediate=false&balloons=%5B%7B%22text%22%3A%22a+b%22%7D%5D'],
    [
      'as a form with a field for every bubble',
      'status=DRAFTED&immediate=false&balloons[0][action]=SEND&balloons[0][send]=1',
    ],
    ['as a form with a field for every object', 'status=DRAFTED&__proto__=SCHEDULED&balloons=%5B%5D'],
  ])('a draft of a broadcast %s passes as a draft', (_what, body) => {
    expect(classifyBody(body, 'body')).toBe('draft');
  });
});

describe('ten thousand bodies that nobody foresaw', { timeout: 60_000 }, () => {
  it('are all held on an address of broadcasts, and none throws', async () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('DRAFT', 'DRAFTED', 'SCHEDULED', 'SENT', 'Drafted', 'DRAFTED ', ' DRAFT', 'SENDING'),
    );
    const no = fc.constantFrom(null, false, 'false', 0, '', true, 1, 'NOW');
    const likely = fc.record(
      {
        status: fc.oneof(word, fc.anything()),
        immediate: fc.oneof(fc.boolean(), fc.anything()),
        scheduledDate: fc.oneof(fc.integer(), fc.anything()),
        balloons: fc.array(fc.anything(), { maxLength: 4 }),
        extra: fc.anything(),
        action: fc.constantFrom(...ORDERS, 'SAVE'),
        sendDate: fc.constantFrom(0, 1764550800, true, 'NOW'),
        delivery: fc.record({ immediate: no, inner: fc.record({ mode: no }) }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    const written = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      likely.map((value) => safeJson(value)),
    );
    await fc.assert(
      fc.property(written, (body) => {
        const isDraft = isPlainDraft(body);
        expect(classifyBody(body, 'commit')).toBe(isDraft ? 'draft' : 'commit');
        expect(['harmless', 'draft', 'commit']).toContain(classifyBody(body, 'body'));
      }),
      { numRuns: 10_000 },
    );
  });
});

const ORDERS = ['SEND', 'PUBLISH', 'DELIVER_NOW'];

function safeJson(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? ''
    );
  } catch {
    return '{';
  }
}

/** The same judgement by the plainest means. */
function isPlainDraft(body: string): boolean {
  try {
    const content: unknown = JSON.parse(body);
    if (typeof content !== 'object' || content === null || Array.isArray(content)) return false;
    const { status } = content as { status?: unknown };
    if (status !== 'DRAFTED' && status !== 'DRAFT') return false;
    const orders = Object.entries(content).some(
      ([key, said]) => key !== 'balloons' && typeof said === 'string' && ORDERS.includes(said),
    );
    return !orders && !isPlainlyNow(content, false);
  } catch {
    return false;
  }
}

function isPlainlyNow(value: object, isDelivery: boolean): boolean {
  return Object.entries(value).some(([key, said]) => {
    if (key === 'balloons' || [undefined, null, false, 'false', 0, ''].includes(said)) return false;
    if (key === 'scheduledDate' || (key === 'sendDate' && typeof said === 'number')) return false;
    if (key.toLowerCase() === 'immediate') return true;
    const isMore = isDelivery || key === 'delivery' || key === 'sendDate';
    return typeof said === 'object' && said !== null ? isPlainlyNow(said, isMore) : isMore;
  });
}
