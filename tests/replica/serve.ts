import type { BrowserContext, Route } from 'playwright-core';
import { BASIC_ID, BOT_ID } from './addresses.ts';
import { buildReplica, type ReplicaAssets } from './build.ts';
import { parseSwitches } from './switches.ts';

const HOSTS = /^https:\/\/(chat|manager)\.line\.biz\//;
const STRICT_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; require-trusted-types-for 'script'";

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers everything that a browser asks of chat.line.biz and manager.line.biz with the practice LINE. */
export async function servePracticeLine(context: BrowserContext): Promise<void> {
  const assets = await buildReplica();
  await context.route(HOSTS, (route) => fulfil(route, answerTo(new URL(route.request().url()), assets)));
}

function fulfil(route: Route, { status, type, body, headers }: Answer): Promise<void> {
  return route.fulfill({ status, body, headers: { 'content-type': `${type}; charset=utf-8`, ...headers } });
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
  const strict = parseSwitches(url.search).csp === 'strict';
  const headers: Record<string, string> = strict ? { 'content-security-policy': STRICT_POLICY } : {};
  return { status: 200, type: 'text/html', body: assets.chatPage, headers };
}

/** The entrances are the same app: it turns them into the account's address itself, as a client-side router does. */
function isChatAddress(path: string): boolean {
  if (path === '/' || path === `/account/${BASIC_ID}`) return true;
  return new RegExp(`^/${BOT_ID}(?:/chat/(?:[UCR][0-9a-f]{32})?|/)?$`).test(path);
}

function managerAnswer(url: URL, assets: ReplicaAssets): Answer | null {
  const isHome = url.pathname === '/' || url.pathname === `/account/${BASIC_ID}`;
  return isHome ? { status: 200, type: 'text/html', body: assets.managerPage } : null;
}
