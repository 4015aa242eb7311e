import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyRequest } from '../../../../src/line/manager/requests/classify-request.ts';

const MANAGER = 'https://manager.line.biz';

describe('what a request is, by method and address', () => {
  it.each([
    ['GET', '/api/bots/@shop/broadcasts?status=SENT&page=1', 'harmless'],
    ['get', '/api/bots/@shop/broadcasts/501093204', 'harmless'],
    ['HEAD', '/api/bots/@shop/broadcasts/v2', 'harmless'],
    ['OPTIONS', '/api/bots/@shop/broadcasts/v2', 'harmless'],
    ['DELETE', '/api/bots/@shop/broadcasts/501093204', 'harmless'],
    ['POST', '/api/bots/@shop/message/test', 'test'],
    ['post', '/api/bots/%40shop/message/test?now=1', 'test'],
    ['POST', '/api/v2/bots/@shop/message/test/', 'test'],
    ['POST', '/api/bots/@shop/broadcasts/v2', 'commit'],
    ['POST', '/api/bots/@shop/broadcasts', 'commit'],
    ['PUT', '/api/bots/@shop/broadcasts/501093204', 'commit'],
    ['PATCH', '/api/bots/%40shop/broadcasts/v2/501093204', 'commit'],
    ['patch', '/api/v9/bots/@shop/broadcasts/v3/send', 'commit'],
    ['POST', '/api/bots/@shop/broadcasts-v4', 'commit'],
    ['POST', '/api/bots/@shop/broadcast/send', 'commit'],
    ['POST', '/api/bots/@shop/broadcasts/drafts', 'commit'],
    ['SEND', '/api/bots/@shop/broadcasts/v2', 'commit'],
    ['POST', '/api//bots//@shop//broadcasts//v2', 'commit'],
    ['POST', '/api/bots/@shop/broad%63asts/v2', 'commit'],
    ['POST', '/api/bots/@shop/%2562roadcasts/v2', 'commit'],
    ['POST', '/API/Bots/@shop/Broadcasts/v2', 'commit'],
    ['POST', '/api/bots;x=1/@shop/broadcasts;v=2/v2', 'commit'],
    ['POST', '/api/bots/@shop/broadcasts/v2#message/test', 'commit'],
    ['POST', '/api/bots/@shop/broadcasts/v2?x=/bots/@shop/message/test', 'commit'],
    ['POST', '/api/bots/@shop/message/test/now', 'body'],
    ['POST', '/api/bots/@shop/stepMessages', 'body'],
    ['PUT', '/api/bots/@shop/notices/3/agree', 'body'],
    ['POST', '/log', 'body'],
    ['POST', '/api/bots/@shop/%E0%A4%A/x', 'body'],
  ] as const)('%s %s is %s', (method, path, expected) => {
    expect(classifyRequest(method, path)).toBe(expected);
    expect(classifyRequest(method, MANAGER + path)).toBe(expected);
  });

  it('whatever comes before or after, an address of broadcasts stays one', async () => {
    const part = fc.stringMatching(/^[\w.@%-]{0,12}$/);
    await fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), part, (after, id) => {
        const path = `/api/bots/${id === '' ? '@a' : id}/broadcasts/${after.join('/')}`;
        expect(classifyRequest('POST', path)).toBe('commit');
      }),
    );
  });

  it('never throws, whatever a script writes', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (method, url) => {
        expect(['harmless', 'test', 'commit', 'body']).toContain(classifyRequest(method, url));
      }),
      { numRuns: 2_000 },
    );
  });
});
