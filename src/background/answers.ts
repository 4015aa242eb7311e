import type { Policy } from '../domain/policy/policy.ts';
import type { AccountId } from '../domain/unsend/identity.ts';
import { windowSetting } from '../domain/unsend/window-groups.ts';
import type { AnswerOf, PageSettings } from '../messaging/protocol.ts';
import { DONE } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/sender.ts';
import { type Handlers, RequestRefused } from '../messaging/serve.ts';
import type { AccountNames } from '../storage/account-names.ts';
import type { Room } from '../storage/message-patch.ts';
import type { SentMessages } from '../storage/sent-messages.ts';
import type { GateAnswers } from './gate/gate-answers.ts';
import type { PolicyAnswers } from './policy-answers.ts';
import type { TabHealth } from './tab-health.ts';
import type { BackgroundTexts } from './texts.ts';

export interface AnswerPorts {
  readonly store: SentMessages;
  readonly names: AccountNames;
  readonly health: TabHealth;
  readonly texts: BackgroundTexts;
  readonly readPolicy: () => Promise<Policy>;
  /** Called after everything that may change the toolbar button. */
  readonly onChange: () => void;
  /** Called when the store may not have taken what was recorded. */
  readonly onRecorded: (store: AnswerOf<'record'>['store']) => void;
}

/** The worker's answer to every verb about messages in chats, and about pages; those of the gate and of signed rules are elsewhere. */
export function answers(ports: AnswerPorts): Omit<Handlers, keyof GateAnswers | keyof PolicyAnswers> {
  const { store, names, health, texts, onChange } = ports;
  return {
    record: async ({ messages, ...room }) => {
      await store.record(room, messages);
      const state = await store.state();
      ports.onRecorded(state);
      onChange();
      return { store: state };
    },
    markUnsent: async ({ id, at, ...room }) => {
      await store.markUnsent(room, id, at);
      onChange();
      return DONE;
    },
    distrustIds: async (room) => {
      await store.distrustIds(room);
      onChange();
      return DONE;
    },
    observedTimes: async (room, sender) => {
      if (!shows(sender, room)) return [];
      return (await store.ofConversation(room))
        .filter(({ sendTime }) => sendTime.source === 'observed')
        .map(({ id, sendTime }) => ({ id, sendTime }));
    },
    settings: ({ account }) => pageSettings(ports, account),
    texts: ({ language, prefix }) => texts.startingWith(language, prefix),
    apologies: async () => [...(await ports.readPolicy()).apologyTexts],
    reportHealth: async ({ report, account }, sender) => {
      if (sender.kind !== report.page) throw new RequestRefused('refused', 'a page has only its own health');
      // The manager's addresses name accounts in another way, so nothing there tells whose name that would be.
      if (sender.kind === 'manager' && account !== null)
        throw new RequestRefused('refused', 'a foreign account');
      await health.note(sender.tabId, report);
      if (account !== null) await names.note(account.id, account.name);
      onChange();
      return DONE;
    },
    tabHealth: ({ tabId }) => health.of(tabId),
    unsendable: ({ limit }) => unsendable(ports, limit),
    accounts: async () => {
      const known = await names.all();
      return [...(await store.accounts())].map(([account, messages]) => ({
        account,
        name: known.get(account) ?? '',
        messages,
      }));
    },
    forgetAccount: async ({ account }) => {
      const removed = await store.forgetAccount(account);
      await names.forget(account);
      onChange();
      return { removed };
    },
    export: async ({ after }) => [...(await store.exportPage(after))],
  };
}

/** Whether the sender's own tab is in that conversation: the operator may have left it since its script asked. */
function shows(sender: Sender, { account, conversation }: Room): boolean {
  if (sender.kind !== 'chat') return false;
  return sender.addresses.some((own) => own.account === account && own.conversation === conversation);
}

async function pageSettings({ readPolicy, texts }: AnswerPorts, account: AccountId): Promise<PageSettings> {
  const policy = await readPolicy();
  return {
    window: windowSetting(policy, account),
    warn: policy.warn,
    texts: await texts.chosen(policy),
    anchors: policy.anchors,
  };
}

async function unsendable(
  { store, names, health }: AnswerPorts,
  limit: number,
): Promise<AnswerOf<'unsendable'>> {
  // Side by side: a worker that has just been started waits for each of them in turn many times as long as a running one.
  const [{ isWrong, correctionMs }, messages, named] = await Promise.all([
    health.clock(),
    store.unsendable.mostUrgent(limit),
    names.all(),
  ]);
  const total = messages.length < limit ? messages.length : await store.unsendable.count();
  const shown = new Set(messages.map(({ message }) => message.account));
  const known = [...named].filter(([account]) => shown.has(account));
  return {
    store: await store.state(),
    total,
    messages: [...messages],
    accountNames: Object.fromEntries(known),
    clockWrong: isWrong,
    clockCorrectionMs: correctionMs,
  };
}
