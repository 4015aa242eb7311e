import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyBody } from '../../../../src/line/manager/requests/classify-body.ts';

const balloons = [{ contentType: 'TEXT', text: '12月1日(火)10時から新作のパンが並びます。' }];
const json = (value: unknown) => JSON.stringify(value);

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
  ])('%s passes', (_what, body) => {
    expect(classifyBody(body, 'body')).toBe('harmless');
  });

  it.each([
    ['as JSON', json({ status: 'DRAFTED', balloons, immediate: false })],
    ['as a form', 'status=DRAFTED&immediate=false&balloons=%5B%7B%22text%22%3A%22a+b%22%7D%5D'],
    ['as a form with a field for every object', 'status=DRAFTED&__proto__=SCHEDULED&balloons=%5B%5D'],
  ])('a draft of a broadcast %s passes as a draft', (_what, body) => {
    expect(classifyBody(body, 'body')).toBe('draft');
  });
});

describe('ten thousand bodies that nobody foresaw', { timeout: 60_000 }, () => {
  it('are all held on an address of broadcasts, and none throws', async () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('SCHEDULED', 'SENT', 'Drafted', 'DRAFTED ', ' DRAFT', 'SENDING'),
    );
    const likely = fc.record(
      {
        status: fc.oneof(word, fc.anything()),
        immediate: fc.oneof(fc.boolean(), fc.anything()),
        scheduledDate: fc.oneof(fc.integer(), fc.anything()),
        balloons: fc.array(fc.anything(), { maxLength: 4 }),
        extra: fc.anything(),
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
    const { status, immediate } = JSON.parse(body);
    const isNow =
      immediate !== undefined && immediate !== null && immediate !== false && immediate !== 'false';
    return (status === 'DRAFTED' || status === 'DRAFT') && !isNow && !Array.isArray(JSON.parse(body));
  } catch {
    return false;
  }
}
