import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BODY_KINDS, type BodyKind, JSON_KINDS } from '../support/browser/hooks/page-bodies.ts';
import { TwoBrowsers } from '../support/browser/hooks/two-browsers.ts';

/** What scripts of the page notice of the network gate: nothing, but that a refused request fails. */
let pages: TwoBrowsers;
beforeAll(async () => {
  pages = await TwoBrowsers.start();
});
afterAll(() => pages.close());
beforeEach(() => pages.echoes());

/** The same in both browsers. */
async function same<T>(act: (given: null) => T | Promise<T>): Promise<T> {
  const { plain, gated } = await pages.both(act, null);
  expect(gated).toEqual(plain);
  return gated;
}

describe('an XMLHttpRequest that is let go', () => {
  test('tells of its way as always, with and without an upload that is watched', async () => {
    const log = await same(async () => {
      const { hooks } = window;
      const logs = [];
      for (const upload of [false, true]) {
        const { request, ended } = hooks.xhr(`${hooks.commit}/echo`, { upload });
        request.send(hooks.draft);
        logs.push(await ended);
      }
      return logs;
    });
    expect(log[0]?.at(-1)).toBe('loadend 4 200');
    expect(log.flat().join()).not.toContain('fragment');
  });

  test('keeps its headers, credentials and the type of its answer', async () => {
    await same(async () => {
      const { hooks } = window;
      const { request, ended } = hooks.xhr(`${hooks.commit}/echo`);
      request.setRequestHeader('Content-Type', 'application/json;charset=utf-8');
      request.setRequestHeader('X-XSRF-TOKEN', 'abc');
      request.withCredentials = true;
      request.responseType = 'json';
      request.send(hooks.draft);
      await ended;
      return [request.response, request.responseType, request.withCredentials, request.responseURL];
    });
    const { plain, gated } = await pages.echoes();
    expect(gated).toEqual(plain);
    expect(gated[0]?.headers).toContain('x-xsrf-token: abc');
  });

  test('meets its own timeout', async () => {
    const log = await same(async () => {
      const { hooks } = window;
      const { request, ended } = hooks.xhr(`${hooks.commit}/slow`, { upload: true });
      request.timeout = 150;
      request.send(hooks.draft);
      return ended;
    });
    expect(log).toContain('timeout 4 0');
  });

  test('can be used again for another request', async () => {
    const log = await same(async () => {
      const { hooks } = window;
      const { request, log, ended } = hooks.xhr(`${hooks.commit}/echo`);
      request.send(hooks.draft);
      await ended;
      request.open('POST', `${hooks.commit}/echo`);
      const again = new Promise((resolve) => request.addEventListener('loadend', resolve));
      request.send(hooks.draft);
      await again;
      return log;
    });
    expect(log.filter((line) => line === 'loadend 4 200')).toHaveLength(2);
  });

  test('cannot be sent twice, nor without having been opened', async () => {
    const names = await same(async () => {
      const { hooks } = window;
      const { request, ended } = hooks.xhr(`${hooks.commit}/echo`);
      request.send(hooks.draft);
      const twice = await hooks.failure(() => request.send(hooks.draft));
      await ended;
      return [
        twice,
        await hooks.failure(() => request.send(hooks.draft)),
        await hooks.failure(() => new XMLHttpRequest().send(hooks.draft)),
        await hooks.failure(() => Reflect.apply(request.open, request, ['POST'])),
        await hooks.failure(() => request.open('P OST', hooks.commit)),
        await hooks.failure(() => request.open('POST', 'https://[')),
      ];
    });
    expect(new Set(names)).toEqual(new Set(['InvalidStateError', 'TypeError', 'SyntaxError']));
    expect((await pages.echoes()).gated).toHaveLength(1);
  });
});

describe('a body', () => {
  const PLACES = [
    ['to where broadcasts are saved', '/api/bots/@practice-line/broadcasts/v2/echo'],
    ['to another place', '/api/bots/@practice-line/profile/echo'],
  ] as const;
  const sent = async (
    act: (given: { path: string; kinds: readonly BodyKind[] }) => unknown,
    path: string,
    kinds: readonly BodyKind[] = BODY_KINDS,
  ) => {
    const { plain, gated } = await pages.both(act, { path, kinds });
    expect(gated).toEqual(plain);
    const echoes = await pages.echoes();
    expect(echoes.gated).toEqual(echoes.plain);
    return echoes.gated;
  };

  test.each(PLACES)(
    'by XMLHttpRequest %s arrives to the byte as it was when it was sent',
    async (_, path) => {
      const got = await sent(async ({ path, kinds }) => {
        for (const kind of kinds) {
          const { request, ended } = window.hooks.xhr(path);
          const { body, ruin } = window.makeBody(kind);
          request.send(body);
          ruin();
          await ended;
        }
      }, path);
      expect(got).toHaveLength(BODY_KINDS.length);
      expect(got.map(({ bytes }) => bytes).join()).not.toMatch(/AAAA|SCHEDULED|\[object/);
    },
  );

  test.each([
    [...PLACES[0], JSON_KINDS],
    [...PLACES[1], BODY_KINDS],
  ] as const)('by fetch %s arrives to the byte as it was when it was sent', async (_, path, kinds) => {
    const got = await sent(
      async ({ path, kinds }) => {
        const urls = [];
        for (const kind of kinds) {
          const { body, ruin } = window.makeBody(kind);
          const answer = fetch(path, { method: 'POST', body });
          ruin();
          urls.push((await answer).url);
          const asRequest = window.makeBody(kind);
          const request = new Request(path, { method: 'PUT', body: asRequest.body, headers: { 'X-A': 'b' } });
          const second = fetch(request);
          asRequest.ruin();
          urls.push((await second).url, request.bodyUsed);
        }
        return urls;
      },
      path,
      kinds,
    );
    expect(got).toHaveLength(2 * kinds.length);
    expect(got.map(({ bytes }) => bytes).join()).not.toMatch(/AAAA|SCHEDULED|\[object/);
  });

  test.each(PLACES)('by fetch in other forms %s arrives as well', async (_, path) => {
    const got = await sent(async ({ path }) => {
      const { draft } = window.hooks;
      const body = new Blob([draft]).stream();
      const streamed: RequestInit & { readonly duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
      const given = new Request(path, { method: 'POST', body: draft, referrer: '/other', cache: 'no-store' });
      const answers = [
        await fetch(path, streamed),
        await fetch(path, { method: 'POST', body: draft, keepalive: true, credentials: 'omit' }),
        await fetch(path, { method: 'patch', body: draft, headers: new Headers({ 'content-type': 'a/b' }) }),
        await fetch(path, { method: 'post', body: draft, redirect: 'error', referrerPolicy: 'no-referrer' }),
        await fetch(new URL(path, location.href), { method: 'POST', body: draft, headers: [['x-c', 'd']] }),
        await fetch(given, { headers: { 'x-e': 'f' } }),
        await fetch(Object.assign(() => 0, { toString: () => path }) as unknown as string, {
          method: 'POST',
          body: draft,
        }),
      ];
      return answers.map(({ url, status, type, redirected }) => [url, status, type, redirected]);
    }, path);
    expect(got).toHaveLength(7);
  });

  test('with files arrives to the byte', async () => {
    const path = PLACES[1][1];
    const got = await sent(async ({ path }) => {
      const form = new FormData();
      form.append('photo', new File([new Uint8Array([0, 255, 10, 13])], 'パン.png', { type: 'image/png' }));
      form.append('photo', new Blob(['x']), 'second.txt');
      form.append('name', '一行\n二行');
      const { request, ended } = window.hooks.xhr(path);
      request.send(form);
      await ended;
      await fetch(path, { method: 'POST', body: form });
      const large = new Blob([new Uint8Array(3_000_000).fill(7)]);
      await fetch(path, { method: 'POST', body: large });
      const { request: second, ended: end } = window.hooks.xhr(path);
      second.send(large);
      await end;
    }, path);
    expect(got.map(({ bytes }) => bytes.length > 100)).toEqual([true, true, true, true]);
  });
});
