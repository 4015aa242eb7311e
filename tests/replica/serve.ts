import type { BrowserContext, Request, Route } from 'playwright-core';
import { BASIC_ID, BASIC_IDS, BOT_ID } from './addresses.ts';
import { buildReplica, type ReplicaAssets } from './build.ts';
import { PracticeServer } from './manager/server/practice-server.ts';
import { parseManagerSwitches } from './manager/switches.ts';
import { parseSwitches } from './switches.ts';

const HOSTS = /^https:\/\/(chat|manager)\.line\.biz\//;
const STRICT_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; require-trusted-types-for 'script'";
/** Longer than any practice page waits, so that a page with a limit meets its own. */
const SILENCE_MS = 4000;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Answers everything that a browser asks of chat.line.biz and manager.line.biz with the practice LINE. The server that
 * is returned knows what reached the manager's interface, from pages, workers, forms and beacons alike.
 */
export async function servePracticeLine(context: BrowserContext): Promise<PracticeServer> {
  const assets = await buildReplica();
  const server = new PracticeServer();
  await context.route(HOSTS, (route) => {
    const url = new URL(route.request().url());
    const isInterface = url.hostname.startsWith('manager.') && url.pathname.startsWith('/api/');
    return isInterface ? converse(route, server) : fulfil(route, answerTo(url, assets));
  });
  return server;
}

async function converse(route: Route, server: PracticeServer): Promise<void> {
  const reply = server.receive(await arrived(route.request()));
  await new Promise((resolve) => setTimeout(resolve, reply?.delayMs ?? SILENCE_MS));
  // Whoever asked may be gone by now, and an answer to nobody is no fault.
  const answered =
    reply === null
      ? route.abort('timedout')
      : fulfil(route, { status: reply.status, type: 'application/json', body: JSON.stringify(reply.json) });
  await answered.catch(() => undefined);
}

async function arrived(request: Request) {
  const headers = request.headers();
  return {
    method: request.method(),
    url: request.url(),
    path: new URL(request.url()).pathname,
    body: request.postData(),
    headers,
    at: Date.now(),
    sentAs: request.resourceType(),
    from: headers['referer'] ?? '',
  };
}

function fulfil(route: Route, { status, type, body, headers }: Answer): Promise<void> {
  // A server says what time it is with every answer.
  const always = { 'content-type': `${type}; charset=utf-8`, date: new Date().toUTCString() };
  return route.fulfill({ status, body, headers: { ...always, ...headers } });
}

function answerTo(url: URL, assets: ReplicaAssets): Answer {
  if (url.pathname === '/practice/pages.css')
    return { status: 200, type: 'text/css', body: assets.pagesStyle };
  const answer = url.hostname.startsWith('chat.') ? chatAnswer(url, assets) : managerAnswer(url, assets);
  return answer ?? { status: 404, type: 'text/html', body: assets.notFoundPage };
}

function chatAnswer(url: URL, assets: ReplicaAssets): Answer | null {
  if (url.pathname === '/practice/chat.js')
    return { status: 200, type: 'text/javascript', body: assets.chatScript };
  if (!isChatAddress(url.pathname)) return null;
  return page(assets.chatPage, parseSwitches(url.search).csp === 'strict');
}

/** The entrances are the same app: it turns them into the account's address itself, as a client-side router does. */
function isChatAddress(path: string): boolean {
  if (path === '/' || path === `/account/${BASIC_ID}`) return true;
  return new RegExp(`^/${BOT_ID}(?:/chat/(?:[UCR][0-9a-f]{32})?|/)?$`).test(path);
}

function managerAnswer(url: URL, assets: ReplicaAssets): Answer | null {
  const script = assets.managerScripts[url.pathname];
  if (script !== undefined) return { status: 200, type: 'text/javascript', body: script };
  if (url.pathname === '/' || url.pathname === `/account/${BASIC_ID}`) return page(assets.managerPage, false);
  if (!isBroadcastAddress(url.pathname)) return null;
  return page(assets.broadcastPage, parseManagerSwitches(url.search).csp === 'strict');
}

function isBroadcastAddress(path: string): boolean {
  const found = /^\/account\/([^/]+)\/broadcast(?:\/create|\/edit\/\d{9})?\/?$/.exec(path);
  return found !== null && BASIC_IDS.includes(decodeURIComponent(found[1] ?? ''));
}

function page(body: string, strict: boolean): Answer {
  const headers: Record<string, string> = strict ? { 'content-security-policy': STRICT_POLICY } : {};
  return { status: 200, type: 'text/html', body, headers };
}
