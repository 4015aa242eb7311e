import type { Page } from 'playwright-core';

/** The ways in which a page can send something by itself. */
export const WAYS = ['fetch', 'keepalive', 'xhr', 'beacon', 'ping', 'worker', 'frame', 'form'] as const;
export type Way = (typeof WAYS)[number];

/** Sends from a page in one of these ways; ends when the browser has decided. */
export async function sendBy(
  page: Page,
  way: Way,
  message: { readonly url: string; readonly body: string; readonly method?: string },
): Promise<void> {
  await page.evaluate(sendInPage, { method: 'POST', ...message, way });
  // Beacons, pings and forms tell the page nothing of their end.
  await page.waitForTimeout(150);
}

/** Runs in the page, so it must not use anything from around it. */
async function sendInPage(wish: {
  readonly way: Way;
  readonly url: string;
  readonly method: string;
  readonly body: string;
}): Promise<void> {
  const { way, url, method } = wish;
  const body = method === 'DELETE' ? null : wish.body;
  const root = document.documentElement;
  const frame = () => root.appendChild(document.createElement('iframe'));
  const ways: Readonly<Record<Way, () => unknown>> = {
    fetch: () => fetch(url, { method, body }),
    keepalive: () => fetch(url, { method, body, keepalive: true }),
    xhr: () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open(method, url);
        request.onloadend = resolve;
        request.send(body);
      }),
    beacon: () => navigator.sendBeacon(url, body),
    ping: () => {
      const link = root.appendChild(document.createElement('a'));
      Object.assign(link, { href: '#', ping: url });
      link.click();
    },
    worker: () => {
      const init = JSON.stringify({ method, body });
      const code = `fetch(${JSON.stringify(url)}, ${init}).finally(() => postMessage(1))`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return new Promise((resolve) => worker.addEventListener('message', resolve));
    },
    frame: () => {
      const send: unknown = Reflect.get(frame().contentWindow ?? window, 'fetch');
      return typeof send === 'function' && send(url, { method, body });
    },
    form: () => {
      // Another frame each time: one whose request was stopped may still be busy with its error page.
      const inside = Object.assign(frame(), { name: crypto.randomUUID() });
      const form = document.createElement('form');
      Object.assign(form, { action: url, method: 'post', target: inside.name });
      root.append(form);
      form.submit();
    },
  };
  await Promise.resolve(ways[way]()).catch(() => undefined);
}
