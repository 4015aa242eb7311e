import * as v from 'valibot';
import { Gate } from '../../src/background/gate/gate.ts';
import type { AnswerDetails, RequestBody } from '../../src/background/ports.ts';
import type { BasicId } from '../../src/domain/broadcast/basic-id.ts';
import type { Attempt } from '../../src/domain/broadcast/broadcast.ts';
import type { Answer, ItemName, Reason, Sheet } from '../../src/domain/broadcast/checklist.ts';
import { isCustomKey } from '../../src/domain/broadcast/custom-question.ts';
import { type Nonce, nonceSchema } from '../../src/domain/broadcast/nonce.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy/policy.ts';
import { readBroadcastRequest } from '../../src/line/manager/requests/read-broadcast-request.ts';
import type { RequestOf } from '../../src/messaging/protocol.ts';
import type { Sender } from '../../src/messaging/sender.ts';
import { attemptId } from './broadcasts.ts';
import { FakeAlarms, FakeScripting, FakeStorageArea, FakeTabs } from './fake-browser.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeJournal } from './fake-journal.ts';
import { FakeRules, FakeWebRequest, rawBody } from './fake-net.ts';
import { Life } from './mortal.ts';
import { TEN_O_CLOCK } from './sent-messages.ts';

export const MANAGER_URL = 'https://manager.line.biz/account/@bakery/broadcast/create';
export const SEND_URL = 'https://manager.line.biz/api/bots/@bakery/broadcasts/v2';
/** Scripts of a manifest. */
export const SCRIPTS = [
  { matches: ['https://chat.line.biz/*'], js: ['chat.js'] },
  { matches: ['https://manager.line.biz/*'], js: ['manager.js'] },
  { matches: ['https://manager.line.biz/*'], js: ['network-gate.js'], world: 'MAIN' },
];
/** The page itself in tab 7, a frame inside it, and the page of another tab. */
export const TOP: Sender = { kind: 'manager', tabId: 7, isTop: true };
export const FRAME: Sender = { kind: 'manager', tabId: 7, isTop: false };
export const OTHER_TAB: Sender = { kind: 'manager', tabId: 8, isTop: true };
/** One of our own pages. */
export const PAGE: Sender = { kind: 'page' };

export function nonce(n: number): Nonce {
  return v.parse(nonceSchema, n.toString(16).padStart(32, 'a'));
}

/** The body of a broadcast's request. */
export function bodyOf(change: object = {}): string {
  const balloons = [{ contentType: 'TEXT', text: '冬の新作パンが並びます。' }];
  return JSON.stringify({ balloons, immediate: true, withTimeline: false, ...change });
}

/** An attempt to send what `body` says to 842 people. */
export function attemptOf(n = 1, body = bodyOf(), change: Partial<Attempt> = {}): Attempt {
  return {
    id: attemptId(n),
    source: 'request',
    broadcast: readBroadcastRequest(SEND_URL, body),
    page: { accountName: 'パン屋', people: 842, recognised: true },
    isDraft: false,
    ...change,
  };
}

/** What somebody answers who has looked everything up, and a reason for every warning. A supervisor's own questions stay open. */
export function rightAnswers({ items, findings }: Sheet, attempt: Attempt) {
  const answers = items.flatMap(({ name }) => (isCustomKey(name) ? [] : [rightAnswer(name, attempt)]));
  const reasons = findings
    .filter(({ level }) => level === 'warn')
    .map(({ id }): Reason => ({ finding: id, text: '原稿と見比べて確かめました' }));
  return { answers, reasons };
}

function rightAnswer(name: ItemName, { broadcast, page }: Attempt): Answer {
  switch (name) {
    case 'account':
      return { item: name, choice: broadcast.account };
    case 'people':
      return { item: name, typed: String(page.people ?? 1) };
    case 'when':
      return { item: name, when: { kind: 'now' } };
    case 'values':
    case 'links':
      throw new TypeError(`${name} is not asked of the bench's broadcast`);
    case 'test':
      return { item: name, without: '急ぎの訂正のため試さない' };
    case 'second-person':
      return { item: name, person: '山田' };
    case 'correction':
      return { item: name, contact: '店長 山田' };
  }
}

/** Everything around the gate that outlives the worker, and the worker's part, which can be started over. */
export class GateBench {
  readonly clock = new FakeClock(TEN_O_CLOCK);
  readonly local = new FakeStorageArea();
  readonly session = new FakeStorageArea();
  /** The gate's own database. */
  readonly kept = new FakeStorageArea();
  readonly alarms = new FakeAlarms();
  readonly rules = new FakeRules();
  readonly journal = new FakeJournal();
  readonly scripting = new FakeScripting();
  readonly reported: unknown[] = [];
  /** What LINE's server has said that its time is. */
  readonly lineDates: number[] = [];
  /** What the page in tab 7 was told. */
  readonly told: unknown[] = [];
  policy: Policy = DEFAULT_POLICY;
  /** By how much somebody has set the computer's clock. */
  clockSetBy = 0;
  /** How often the approver's page was opened. */
  pagesOpened = 0;
  /** What is different for single accounts. */
  readonly ofAccount = new Map<BasicId | null, Partial<Policy['gate']>>();
  /** What only the browser's own answer says, once it has come; null: nothing else. */
  known: Promise<Partial<Policy['gate']>> | null = null;
  /** False: nobody can tell what the rules are. */
  canReadGate = true;
  tabs = new FakeTabs();
  webRequest = new FakeWebRequest();
  life = new Life();
  gate = this.#start();
  #requests = 0;

  /** The worker is stopped and started: a new one over the same browser. */
  restart(): Gate {
    // Nor does a timer of the stopped one do anything any more.
    this.life.lastUse ??= this.life.uses + 1;
    this.gate = this.#start();
    return this.gate;
  }

  setGate(change: Partial<Policy['gate']>): void {
    this.policy = { ...this.policy, gate: { ...this.policy.gate, ...change } };
  }

  /** Asks for a second person's approval as 佐藤, and answers as somebody who sees the broadcast; what is about that is changed. */
  async approve(attempt: Attempt, change: Partial<RequestOf<'giveApproval'>> = {}) {
    const { broadcast, page } = attempt;
    const asked = await this.gate.answers.askApproval({ attempt, operator: '佐藤' }, TOP);
    if (asked.kind !== 'asked') throw new TypeError(`not asked: ${asked.kind}`);
    const people = page.people === null ? null : String(page.people);
    const given = {
      name: '山田',
      passphrase: '',
      request: { way: 'here', id: asked.id } as const,
      answers: { account: broadcast.account, people, when: { kind: 'now' } as const },
      isPractice: false,
      ...change,
    };
    return this.gate.answers.giveApproval(given, PAGE);
  }

  /** Answers everything about an attempt rightly; answers the pass. */
  async complete(attempt: Attempt, sender: Sender = TOP) {
    const sheet = await this.gate.answers.openAttempt({ attempt, changes: [] }, sender);
    const isSecondAsked = sheet.items.some(({ name }) => name === 'second-person');
    const { kind } = await this.gate.answers.approvalState({ attempt }, sender);
    if (isSecondAsked && kind !== 'given') await this.approve(attempt);
    const answered = { attempt, ...rightAnswers(sheet, attempt), tookMs: 9_000 };
    const { pass, open } = await this.gate.answers.completeAttempt(answered, sender);
    if (pass === null) throw new TypeError(`still open: ${JSON.stringify(open)}`);
    return pass;
  }

  /** A request leaves a page. Answers whether it reached the server. */
  async request(
    url: string,
    body: string | RequestBody,
    change: {
      method?: string;
      tabId?: number;
      status?: number;
      error?: string;
      answer?: Partial<AnswerDetails>;
    } = {},
  ): Promise<'sent' | 'blocked'> {
    const { method = 'POST', tabId = 7, status = 200, error, answer = {} } = change;
    this.#requests += 1;
    const requestId = `${this.#requests}`;
    const details = { requestId, url, method, tabId, type: 'xmlhttprequest', timeStamp: this.clock.now() };
    const passes = this.rules.passes(method, url, tabId);
    const requestBody = typeof body === 'string' ? rawBody(body) : body;
    const { onBeforeRequest, onCompleted, onErrorOccurred } = this.webRequest;
    onBeforeRequest.fire({ ...details, requestBody });
    if (!passes) onErrorOccurred.fire({ ...details, error: 'net::ERR_BLOCKED_BY_CLIENT' });
    else if (error !== undefined) onErrorOccurred.fire({ ...details, error });
    else onCompleted.fire({ ...details, statusCode: status, fromCache: false, ...answer });
    await this.gate.settled();
    return passes ? 'sent' : 'blocked';
  }

  #start(): Gate {
    // The listeners of a stopped worker hear nothing any more.
    this.webRequest = new FakeWebRequest();
    const life = new Life();
    this.life = life;
    const passed = () => this.clock.now() - this.clockSetBy;
    const started = passed();
    const tabs = new FakeTabs();
    const receive = (message: unknown) => void this.told.push(message);
    tabs.open = [{ id: 7, url: MANAGER_URL, receive }];
    this.tabs = tabs;
    const gate = new Gate({
      clock: this.clock,
      sinceStart: () => passed() - started,
      clocks: { noteLine: (date) => void this.lineDates.push(date) },
      readPolicy: async (patience) => {
        const known = patience === 'until-known' ? await this.known : null;
        return { ...this.policy, gate: { ...this.policy.gate, ...known } };
      },
      readGate: async (account, patience) => {
        if (!this.canReadGate) throw new TypeError('the store is broken');
        const known = patience === 'until-known' ? await this.known : null;
        return { ...this.policy.gate, ...this.ofAccount.get(account), ...known };
      },
      journal: life.mortal(this.journal),
      texts: { chosen: async () => null },
      report: (what, error) => this.reported.push([what, error]),
      openApprovalPage: async () => {
        this.pagesOpened += 1;
      },
      tabs: life.mortal(tabs),
      scripting: life.mortal(this.scripting),
      contentScripts: SCRIPTS,
      rules: life.mortal(this.rules),
      alarms: life.mortal(this.alarms),
      local: life.mortal(this.local),
      session: life.mortal(this.session),
      kept: life.mortal(this.kept),
    });
    gate.watch(this.webRequest);
    return gate;
  }
}
