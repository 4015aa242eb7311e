import type { Page } from 'playwright-core';

/** What a server got, to the byte. */
export interface Echo {
  readonly method: string;
  readonly url: string;
  /** Each `name: value`; a form's boundary is left out, which is another one each time. */
  readonly headers: readonly string[];
  /** One letter for each byte; of many, their digest. */
  readonly bytes: string;
  readonly credentials: string;
  readonly redirect: string;
  readonly referrer: string;
}

/**
 * A server of the page's own, in its service worker: it gets every request as it leaves the page, files included, which
 * nobody outside of the browser can see. `…/echo` answers with what it got, `…/slow` with that after a while, `…/broken`
 * breaks the connection, `…/echo-log` tells everything that came.
 */
const WORKER = `
const log = [];
const plain = (text) => text.replace(/----WebKitFormBoundary\\w+/g, 'boundary');
async function read(request) {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const digest = async () => [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
  const { method, url, credentials, redirect, referrer } = request;
  return {
    method, url: url.replace(/#.*/, ''), credentials, redirect, referrer,
    headers: [...request.headers].map((header) => plain(header.join(': '))),
    bytes: bytes.length > 100_000 ? await digest() : plain(bytes.reduce((text, byte) => text + String.fromCharCode(byte), '')),
  };
}
async function answer(request, path) {
  if (path.endsWith('/echo-log')) return Response.json(log.splice(0));
  if (path.endsWith('/broken')) {
    log.push(await read(request));
    return Response.error();
  }
  if (path.endsWith('/slow')) await new Promise((resolve) => setTimeout(resolve, 400));
  const got = await read(request);
  if (!path.endsWith('/slow')) log.push(got);
  return Response.json(got);
}
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const path = new URL(event.request.url).pathname;
  if (/\\/(echo|echo-log|broken|slow)$/.test(path)) event.respondWith(answer(event.request, path));
});
`;

/** Puts the server into the page's browser. `onSync` hears of synchronous requests, which go past it, to be broken. */
export async function serveEcho(page: Page, onSync: () => void): Promise<void> {
  await page
    .context()
    .route('**/echo-worker.js', (route) => route.fulfill({ contentType: 'text/javascript', body: WORKER }));
  await page.context().route('**/broken', (route) => {
    onSync();
    return route.abort('connectionfailed');
  });
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/echo-worker.js', { scope: '/' });
    while (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => setTimeout(resolve, 10));
  });
}
