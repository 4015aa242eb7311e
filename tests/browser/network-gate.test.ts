import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BODY_KINDS, type BodyKind, JSON_KINDS } from '../support/browser/hooks/page-bodies.ts';
import { FORM_CASES } from '../support/browser/hooks/page-forms.ts';
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
      const large = new Blob([new Uint8Array(1_100_000).fill(7)]);
      await fetch(path, { method: 'POST', body: large });
      const { request: second, ended: end } = window.hooks.xhr(path);
      second.send(large);
      await end;
    }, path);
    expect(got.map(({ bytes }) => bytes.length > 90)).toEqual([true, true, true, true]);
  });
});

describe('a form', () => {
  test.each(FORM_CASES)('$name arrives as always', async ({ act, arriving }) => {
    await pages.both(act, null);
    const got: { plain: readonly unknown[]; gated: readonly unknown[] } = { plain: [], gated: [] };
    const more = async () => {
      const { plain, gated } = await pages.echoes();
      Object.assign(got, { plain: [...got.plain, ...plain], gated: [...got.gated, ...gated] });
      return [got.plain.length, got.gated.length];
    };
    await expect.poll(more, { timeout: 5_000 }).toEqual([arriving, arriving]);
    await pages.gated.waitForTimeout(50);
    await more();
    expect(got.gated).toEqual(got.plain);
    expect(got.gated).toHaveLength(arriving);
  });
});

describe('the page', () => {
  test('hears of beacons what it always hears, and they arrive', async () => {
    const answers = await same(async () => {
      const { hooks } = window;
      const answers = [];
      for (const body of [hooks.draft, new Blob([hooks.draft], { type: 'application/json' })]) {
        answers.push(navigator.sendBeacon(`${hooks.commit}/echo`, body));
        answers.push(navigator.sendBeacon('/api/v1/log/echo', body));
        await hooks.wait(150);
      }
      answers.push(await hooks.failure(() => navigator.sendBeacon('https://[')));
      return answers;
    });
    expect(answers).toEqual([true, true, true, true, 'TypeError']);
    const { plain, gated } = await pages.echoes();
    const sorted = (list: typeof gated) => list.map((echo) => JSON.stringify(echo)).toSorted();
    expect(gated).toHaveLength(4);
    expect(sorted(gated)).toEqual(sorted(plain));
  });

  test('may wrap the calls itself, as libraries that monitor do', async () => {
    const seen = await same(async () => {
      const { hooks } = window;
      const seen: string[] = [];
      const { open, send } = XMLHttpRequest.prototype;
      const { fetch: before } = window;
      XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL) {
        seen.push(`open ${method} ${url}`);
        open.call(this, method, url, true);
      };
      XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
        seen.push('send');
        this.addEventListener('loadend', () => seen.push(`end ${this.status} ${this.responseURL}`));
        send.call(this, body);
      };
      window.fetch = async (...given) => {
        seen.push('fetch');
        const answer = await before(...given);
        seen.push(`answer ${answer.status} ${answer.url}`);
        return answer;
      };
      const { request, ended } = hooks.xhr(`${hooks.commit}/echo`);
      request.send(hooks.draft);
      await ended;
      await fetch(`${hooks.commit}/echo`, { method: 'POST', body: hooks.draft });
      Object.assign(XMLHttpRequest.prototype, { open, send });
      Object.assign(window, { fetch: before });
      return seen;
    });
    expect(seen).toHaveLength(5);
  });

  test('waits for nothing where it only reads', async () => {
    const added = async () => {
      const { plain, gated } = await pages.both(inQuietestRound, null);
      return gated - plain;
    };
    // For 40 calls, in the quietest of the tries: what a busy machine adds to one of them is many times what the hook adds.
    await expect.poll(added, { timeout: 20_000 }).toBeLessThan(8);
  });

  test('has no error by all that', async () => {
    expect(await same(() => window.hooks.errors)).toEqual([]);
    expect(pages.matta.practice.deliveries).toEqual([]);
  });

  test('may send its last words while it is left', async () => {
    await pages.both(() => {
      addEventListener('pagehide', () => {
        const words = new Blob(['{"balloons":"of a report"}'], { type: 'application/json' });
        navigator.sendBeacon('/api/v1/log/echo', words);
      });
    }, null);
    await Promise.all([pages.gated.reload(), pages.plain.reload()]);
    const { plain, gated } = await pages.echoes();
    expect([gated.length, gated]).toEqual([1, plain]);
  });
});

/** Runs in the page: how long 40 calls that only read take to be made, in the quietest of 15 rounds, in ms. */
async function inQuietestRound(): Promise<number> {
  const { hooks } = window;
  const taken = [];
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    const answers = [];
    for (let at = 0; at < 20; at += 1) {
      answers.push(fetch('/api/reading/echo'));
      const request = new XMLHttpRequest();
      request.open('GET', '/api/reading/echo');
      request.send();
    }
    taken.push(performance.now() - start);
    await Promise.all(answers);
    await hooks.wait(20);
  }
  return Math.min(...taken);
}
