import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checklist, checklistIn } from '../support/browser/answer-checklist.ts';
import { setLock } from '../support/browser/hooks/set-lock.ts';
import { TwoBrowsers } from '../support/browser/hooks/two-browsers.ts';

/** What scripts of the page notice of requests that wait, and of those that are refused. */
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

/** What arrived in the browser with Matta. */
const arrived = async () => (await pages.echoes()).gated;

/** Closes the checklist without an answer. */
async function goBack(): Promise<void> {
  await pages.gated.keyboard.press('Escape');
  await checklist(pages.gated).waitFor({ state: 'detached' });
}

describe('a request that waits', () => {
  test('and is aborted tells so as always, and does not leave', async () => {
    const [log] = await same(async () => {
      const { hooks } = window;
      const { request, log, ended } = hooks.xhr(`${hooks.commit}/echo`, { upload: true });
      request.send(hooks.draft);
      request.abort();
      await ended;
      await hooks.wait(150);
      return [log, request.readyState, request.status, hooks.errors] as const;
    });
    expect(log).toEqual(expect.arrayContaining(['upload abort', 'abort 4 0', 'loadend 4 0']));
    expect(await arrived()).toEqual([]);
  });

  test('and is opened anew is forgotten, and what it is opened for goes', async () => {
    const [log, errors, second] = await pages.gated.evaluate(async () => {
      const { hooks } = window;
      const { request, log, ended } = hooks.xhr(`${hooks.commit}/echo`);
      const second = hooks.draft.replace('{', '{ ');
      request.send(hooks.draft);
      request.open('PUT', `${hooks.commit}/other/echo`);
      request.send(second);
      await ended;
      await hooks.wait(100);
      return [log, hooks.errors, second] as const;
    });
    const ends = log.filter((line) => /load|error|abort/.test(line));
    expect(ends).toEqual(['loadstart 1 0', 'load 4 200', 'loadend 4 200']);
    expect(errors).toEqual([]);
    const got = await arrived();
    expect(got.map(({ method, bytes }) => [method, bytes.length])).toEqual([
      ['PUT', new TextEncoder().encode(second).length],
    ]);
  });

  test('by fetch ends with the reason of its signal', async () => {
    const reasons = await same(async () => {
      const { hooks } = window;
      const ends = [];
      for (const [before, reason] of [
        [false, undefined],
        [true, undefined],
        [false, new RangeError('own')],
      ] as const) {
        const abort = new AbortController();
        if (before) abort.abort(reason);
        const answer = fetch(`${hooks.commit}/slow`, {
          method: 'POST',
          body: hooks.draft,
          signal: abort.signal,
        });
        abort.abort(reason);
        ends.push(await hooks.failure(() => answer));
      }
      const signal = AbortSignal.timeout(30);
      ends.push(
        await hooks.failure(() =>
          fetch(`${hooks.commit}/slow`, { method: 'POST', body: hooks.draft, signal }),
        ),
      );
      return ends;
    });
    expect(reasons).toEqual(['AbortError', 'AbortError', 'RangeError', 'TimeoutError']);
  });

  test('opens the checklist, meets no timeout meanwhile, and leaves it open when the page gives it up', async () => {
    const { gated } = pages;
    await gated.evaluate(() => {
      const { hooks } = window;
      const watched = hooks.xhr(`${hooks.commit}/echo`);
      watched.request.timeout = 50;
      watched.request.send(hooks.broadcast);
      Object.assign(window, { watched });
    });
    await checklistIn(gated, 'asking');
    await gated.waitForTimeout(100);
    expect(await gated.evaluate(() => Reflect.get(window, 'watched').log)).toEqual(['readystatechange 1 0']);
    await gated.evaluate(() => Reflect.get(window, 'watched').request.abort());
    await checklistIn(gated, 'asking');
    await goBack();
    expect(await arrived()).toEqual([]);
  });

  test('by fetch ends as soon as its signal says so', async () => {
    const { gated } = pages;
    await gated.evaluate(() => {
      const { hooks } = window;
      const abort = new AbortController();
      const { signal } = abort;
      const end = hooks.failure(() =>
        fetch(`${hooks.commit}/echo`, { method: 'POST', body: hooks.broadcast, signal }),
      );
      Object.assign(window, { abort, end });
    });
    await checklistIn(gated, 'asking');
    const end = await gated.evaluate(() => {
      Reflect.get(window, 'abort').abort();
      return Promise.race([Reflect.get(window, 'end'), window.hooks.wait(2_000)]);
    });
    expect(end).toBe('AbortError');
    await goBack();
    expect(await arrived()).toEqual([]);
  });
});

describe('a request that is refused', () => {
  // While a checklist is open, every other broadcast is refused; here by the network gate alone.
  beforeAll(async () => {
    await setLock(pages.matta, 'off');
    await pages.gated.evaluate(() => {
      const { hooks } = window;
      const abort = new AbortController();
      const { signal } = abort;
      Object.assign(window, { stop: () => abort.abort() });
      void fetch(`${hooks.commit}/broken`, { method: 'POST', body: hooks.broadcast, signal }).catch(() => 0);
    });
    await checklistIn(pages.gated, 'asking');
  });
  afterAll(() => pages.gated.evaluate(() => Reflect.get(window, 'stop')()));

  /** How many left the two pages. */
  const left = async () => {
    await pages.gated.waitForTimeout(30);
    const { plain, gated } = await pages.echoes();
    return [plain.length, gated.length];
  };

  test('ends as a broken connection does', async () => {
    const [log] = await same(async () => {
      const { hooks } = window;
      const ends = [];
      for (const upload of [false, true]) {
        for (const body of [hooks.broadcast, new Blob([hooks.broadcast]), null]) {
          const { request, ended } = hooks.xhr(`${hooks.commit}/broken`, { upload });
          request.responseType = 'json';
          request.send(body);
          ends.push(await ended, [request.readyState, request.status, request.statusText, request.response]);
          ends.push([request.getAllResponseHeaders(), request.responseURL, request.responseType]);
        }
      }
      return ends;
    });
    expect(log?.slice(-3)).toEqual(['readystatechange 4 0', 'error 4 0', 'loadend 4 0']);
    expect(await left()).toEqual([6, 0]);
  });

  test('by fetch ends as a broken connection does', async () => {
    const ends = await same(async () => {
      const { hooks } = window;
      const ends = [];
      const address = `${hooks.commit}/broken`;
      const stream: RequestInit & { readonly duplex: 'half' } = {
        method: 'POST',
        body: new Blob([hooks.broadcast]).stream(),
        duplex: 'half',
      };
      for (const act of [
        () => fetch(address, { method: 'POST', body: hooks.broadcast }),
        () => fetch(address, { method: 'POST', body: hooks.broadcast, keepalive: true }),
        () => fetch(new Request(address, { method: 'PUT', body: hooks.broadcast })),
        () => fetch(address, stream),
      ]) {
        try {
          await act();
        } catch (error) {
          ends.push(String(error));
        }
      }
      return ends;
    });
    expect(ends).toEqual(Array(4).fill('TypeError: Failed to fetch'));
    expect(await left()).toEqual([4, 0]);
  });

  test('synchronously throws the browser’s NetworkError', async () => {
    const [name] = await same(async () => {
      const { hooks } = window;
      const { request, log } = hooks.xhr(`${hooks.commit}/broken`, { isAsync: false });
      const name = await hooks.failure(() => request.send(hooks.broadcast));
      return [name, log, request.readyState, request.status, request.responseText] as const;
    });
    expect(name).toBe('NetworkError');
    expect(pages.sync).toEqual({ plain: 1, gated: 0 });
  });

  test('as a beacon is said to be queued, as always', async () => {
    const answers = await same(() => {
      const { hooks } = window;
      const bodies = [
        hooks.broadcast,
        new Blob([hooks.broadcast]),
        new URLSearchParams({ a: 'b' }),
        undefined,
      ];
      return bodies.map((body) => navigator.sendBeacon(`${hooks.commit}/broken`, body));
    });
    expect(answers).toEqual([true, true, true, true]);
    expect(await left()).toEqual([4, 0]);
  });

  test('as a form leaves the page where it is', async () => {
    await pages.gated.evaluate(async () => {
      const { hooks } = window;
      const form = document.body.appendChild(document.createElement('form'));
      Object.assign(form, { method: 'post', action: `${hooks.commit}/echo` });
      const button = form.appendChild(document.createElement('button'));
      button.click();
      form.requestSubmit();
      form.submit();
      await hooks.wait(200);
      form.remove();
    });
    expect(await arrived()).toEqual([]);
  });

  test('leaves no error in the page, and drafts go on', async () => {
    const [status, errors] = await pages.gated.evaluate(async () => {
      const { hooks } = window;
      const answer = await fetch(`${hooks.commit}/echo`, { method: 'POST', body: hooks.draft });
      return [answer.status, hooks.errors] as const;
    });
    expect([status, errors]).toEqual([200, []]);
    expect(await arrived()).toHaveLength(1);
    expect(pages.matta.practice.deliveries).toEqual([]);
  });
});

describe('drafts that cannot wait', () => {
  beforeAll(() => setLock(pages.matta, 'enforce'));

  test('go three in one moment; a fourth fails, and goes when it comes again', async () => {
    await pages.gated.keyboard.press('Shift');
    const worker = await pages.matta.worker();
    await worker.evaluate(async () => {
      while ((await chrome.declarativeNetRequest.getSessionRules()).length < 3)
        await new Promise((resolve) => setTimeout(resolve, 20));
    });
    const ends = await pages.gated.evaluate(async () => {
      const { hooks } = window;
      const save = () => {
        const { request } = hooks.xhr(`${hooks.commit}/echo`, { isAsync: false });
        try {
          request.send(hooks.draft);
          return request.status;
        } catch (error) {
          return error instanceof DOMException ? error.name : 'unknown';
        }
      };
      const atOnce = [save(), save(), save(), save()];
      let again = save();
      for (let left = 100; left > 0 && again !== 200; left -= 1) {
        await hooks.wait(50);
        again = save();
      }
      return [...atOnce, again];
    });
    expect(ends).toEqual([200, 200, 200, 'NetworkError', 200]);
  });
});
