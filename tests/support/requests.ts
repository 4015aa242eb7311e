import type { Verb } from '../../src/messaging/protocol.ts';
import type { RawSender } from '../../src/messaging/sender.ts';
import { type Handlers, serve } from '../../src/messaging/serve.ts';
import { broadcastOf } from './broadcasts.ts';
import { messageId, room, seen } from './sent-messages.ts';

/** The extension's own id. */
export const ID = 'abcdefghijklmnopabcdefghijklmnop';
/** The conversation that is open in the sender's tab, and one of another account. */
export const OWN = room(1, 1);
export const FOREIGN = room(2, 2);
export const CHAT_URL = `https://chat.line.biz/${OWN.account}/chat/${OWN.conversation}?from=list#top`;

/** A content script in an open conversation, as the browser describes it. */
export const line = (change: Partial<RawSender> = {}): RawSender => ({
  id: ID,
  origin: 'https://chat.line.biz',
  url: CHAT_URL,
  documentLifecycle: 'active',
  tab: { id: 7, url: CHAT_URL },
  ...change,
});
/** A content script at some address. */
export const at = (url: string): RawSender => line({ url, origin: new URL(url).origin, tab: { id: 7, url } });
/** The page of LINE's manager itself, and a frame inside it. */
export const MANAGER_URL = 'https://manager.line.biz/account/@bakery/broadcast/create';
export const manager: RawSender = { ...at(MANAGER_URL), frameId: 0 };
export const managerFrame: RawSender = { ...manager, frameId: 4 };
/** The popup. */
export const page: RawSender = {
  id: ID,
  origin: `chrome-extension://${ID}`,
  url: `chrome-extension://${ID}/src/pages/popup/index.html`,
};

export const report = {
  page: 'chat',
  state: 'healthy',
  problems: [],
  anchors: {},
  clockCorrectionMs: 0,
} as const;
const HEX = 'a'.repeat(32);
const ATTEMPT = {
  id: HEX,
  source: 'request',
  broadcast: broadcastOf(),
  page: { accountName: 'パン屋', people: 842, recognised: true },
  isDraft: false,
};
const APPROVER = { name: '山田', passphrase: 'はれときどきぶた', request: { way: 'here', id: HEX } };
/** A well-formed request of each verb, about the sender's own account. */
export const REQUESTS: Readonly<Record<Verb, unknown>> = {
  record: { ...OWN, messages: [seen('1')] },
  markUnsent: { ...OWN, id: messageId('1'), at: 1 },
  distrustIds: OWN,
  observedTimes: OWN,
  settings: { account: OWN.account },
  texts: { language: 'th', prefix: 'apology' },
  apologies: {},
  reportHealth: { report, account: { id: OWN.account, name: 'パン屋' } },
  tabHealth: { tabId: 7 },
  unsendable: { limit: 30 },
  accounts: {},
  forgetAccount: { account: OWN.account },
  export: { after: null },
  gateSettings: { account: '@bakery', name: 'パン屋' },
  openAttempt: { attempt: ATTEMPT, changes: [] },
  answerItem: { attempt: ATTEMPT, answer: { item: 'people', typed: '842' } },
  completeAttempt: { attempt: ATTEMPT, answers: [], reasons: [], tookMs: 1 },
  releaseRequest: { attempt: ATTEMPT, pass: HEX, nonce: HEX },
  redeemWaiting: { broadcast: ATTEMPT.broadcast, page: ATTEMPT.page, nonce: HEX },
  armNextPress: { attempt: ATTEMPT, pass: HEX },
  overrideAttempt: { attempt: ATTEMPT, reason: '災害のお知らせのため急ぎます', nonce: HEX },
  endAttempt: { id: HEX, account: '@bakery', why: 'cancelled' },
  armHarmless: { nonce: HEX, isStandby: false },
  testSeen: { broadcast: ATTEMPT.broadcast },
  askInPage: { attempt: ATTEMPT },
  learnSendLabel: { label: '配信' },
  observed: { attempt: ATTEMPT, layer: 'network' },
  askApproval: { attempt: ATTEMPT, operator: '佐藤' },
  approvalState: { attempt: ATTEMPT },
  approvalBrief: {
    attempt: ATTEMPT,
    answers: [{ item: 'custom:stock', given: { kind: 'number', typed: '3' } }],
  },
  enterApprovalCode: { attempt: ATTEMPT, typed: 'ABCD-EFGH-JKMN' },
  openApprovalPage: {},
  pendingApprovals: {},
  giveApproval: {
    ...APPROVER,
    answers: { account: null, people: null, when: { kind: 'now' } },
    isPractice: false,
  },
  sendBackApproval: { ...APPROVER, reason: '割引率が原稿と違います' },
  journalPage: { before: null, limit: 10 },
  journalExport: { from: 1, limit: 10 },
  signedFile: {},
  importSigned: { file: '{}', confirmed: null },
  settingsLock: {},
  tryPassphrase: { passphrase: '合言葉は秘密です' },
  changePassphrase: { old: null, next: '合言葉は秘密です' },
};
export const VERBS = Object.keys(REQUESTS) as Verb[];

/** A worker that answers null, or what `change` says for a verb; errors are thrown. */
export function bench(change: Partial<Record<Verb, unknown>> = {}) {
  const handled: Verb[] = [];
  const reported: unknown[] = [];
  const entries = VERBS.map((verb) => [
    verb,
    () => {
      handled.push(verb);
      if (change[verb] instanceof Error) throw change[verb];
      return change[verb] ?? null;
    },
  ]);
  const handlers = Object.fromEntries(entries) as Handlers;
  const listen = serve(handlers, {
    extensionId: ID,
    report: (reason, _detail, count) => reported.push([reason, count]),
  });
  return { listen, handled, reported };
}

/** `ok`, or why a fresh worker gave no value. */
export const outcome = async (verb: Verb, payload: unknown, sender: RawSender) => {
  const answer = await bench().listen({ verb, payload }, sender);
  return answer.ok ? 'ok' : answer.reason;
};
