/**
 * The worker. Everything is registered here, at once and at the top level: Chrome stops the worker when it is idle and
 * starts it again for the next event, and an event finds only listeners that are there when this file has run.
 */
import type { Clock } from '../domain/clock.ts';
import { ClockWatch } from '../domain/journal/clocks.ts';
import { gatePolicyFor, policyFor } from '../domain/policy/effective-policy.ts';
import { correctedNow } from '../domain/unsend/clock-reading.ts';
import { fetchCatalogue } from '../messaging/catalogue.ts';
import type { RawSender } from '../messaging/sender.ts';
import { serve } from '../messaging/serve.ts';
import { browser } from '../platform/browser.ts';
import { translateByBrowser } from '../platform/i18n.ts';
import { keepStorageFromContentScripts } from '../platform/trusted-storage.ts';
import { accountNames } from '../storage/account-names.ts';
import { DatabaseKeeper } from '../storage/database-keeper.ts';
import { keptArea } from '../storage/kept-area.ts';
import { MANAGED_MEMORY, ManagedPolicy, type Patience } from '../storage/managed-policy.ts';
import { policyStore } from '../storage/policy-store.ts';
import { SentMessages } from '../storage/sent-messages.ts';
import { SENT_MESSAGES, type SentMessagesSchema } from '../storage/sent-messages-schema.ts';
import { answers } from './answers.ts';
import { Gate } from './gate/gate.ts';
import { openJournal } from './open-journal.ts';
import type { Report } from './ports.ts';
import { reinject } from './reinject.ts';
import { enforceRetention, RETENTION_ALARM, scheduleRetention } from './retention.ts';
import { RETRY_ALARM, retryUnsaved, scheduleRetry } from './retry-unsaved.ts';
import { pushSettingsChange } from './settings-push.ts';
import { SupervisorRules } from './supervisor-rules.ts';
import { forgetLeftTabs, TabHealth } from './tab-health.ts';
import { BackgroundTexts } from './texts.ts';
import { TOOLBAR_ALARM, Toolbar } from './toolbar.ts';

const { action, alarms, declarativeNetRequest, i18n, runtime, scripting, storage, tabs, webRequest } =
  browser;

const report: Report = (what, error) => console.warn(`Matta could not ${what}:`, error);
const entry = (what: string, work: () => Promise<unknown>) => {
  work().catch((error: unknown) => report(what, error));
};

const clock: Clock = { now: () => Date.now() };
const clocks = new ClockWatch({
  clock,
  sinceStart: () => performance.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
});
const contentScripts = runtime.getManifest().content_scripts ?? [];
const policy = policyStore(storage.local, storage.managed, globalThis.indexedDB);
const readPolicy = async (patience?: Patience) => policyFor(await policy.read(patience));
const managedPolicy = new ManagedPolicy(storage.local, storage.managed);
const health = new TabHealth(storage.session);
const keeper = new DatabaseKeeper<SentMessagesSchema>(SENT_MESSAGES, {
  factory: globalThis.indexedDB,
  local: storage.local,
  session: storage.session,
  clock,
});
const store = new SentMessages({
  keeper,
  session: storage.session,
  clock,
  readNow: async () => correctedNow(clock.now(), await health.clock()),
  readPolicy,
  report: (error) => report('refresh the mirror', error),
});
const journal = openJournal(clock, clocks, report);
const texts = new BackgroundTexts({
  readCatalogue: (language) => fetchCatalogue(language, runtime),
  byBrowser: translateByBrowser((key, values) => i18n.getMessage(key, values)),
});
const toolbar = new Toolbar({
  action,
  alarms,
  clock,
  readClock: () => health.clock(),
  readPolicy,
  mostUrgent: (limit) => store.unsendable.mostUrgent(limit),
  tabHealth: () => health.all(),
  translate: (current) => texts.translate(current),
  report,
});
const drawToolbar = () => entry('draw the toolbar button', () => toolbar.refresh());
const retain = () =>
  enforceRetention({
    clock,
    readPolicy,
    prune: (before) => store.prune(before),
    pruneJournal: (days) => journal.prune(days),
    wasRebuilt: () => keeper.wasRebuilt(),
    deleteSetAside: () => keeper.deleteSetAside(),
  });

const gate = new Gate({
  clock,
  sinceStart: () => performance.now(),
  clocks,
  readPolicy,
  readGate: async (account, patience) => gatePolicyFor(await policy.read(patience), account),
  journal,
  texts,
  report,
  openApprovalPage: () => tabs.create({ url: runtime.getURL('src/pages/approval/index.html') }),
  tabs,
  scripting,
  contentScripts,
  rules: declarativeNetRequest,
  alarms,
  local: storage.local,
  session: storage.session,
  kept: keptArea(globalThis.indexedDB, 'matta-approvals'),
});

const supervisor = new SupervisorRules({
  clock,
  sinceStart: () => performance.now(),
  local: storage.local,
  factory: globalThis.indexedDB,
  defaults: async () => (await managedPolicy.read()).defaults,
  note: (event) => gate.note(event),
});

const listen = serve(
  {
    ...answers({
      store,
      names: accountNames(storage.local),
      health,
      texts,
      readPolicy,
      onChange: drawToolbar,
      onRecorded: (state) => scheduleRetry(state, alarms),
    }),
    ...gate.answers,
    ...supervisor.answers,
  },
  {
    extensionId: runtime.id,
    report: (reason, detail, count) => {
      // The first, the tenth, the hundredth…: a page that asks nonsense without end shall not fill the log.
      if (/^10*$/.test(String(count))) report(`answer (${reason}, ${count} times)`, detail);
    },
  },
);
runtime.onMessage.addListener((message: unknown, sender: RawSender) => listen(message, sender));

gate.watch(webRequest);

runtime.onInstalled.addListener(() => {
  entry('reach open pages', () => reinject({ tabs, scripting, contentScripts, report }));
});
runtime.onStartup.addListener(() => undefined); // To be started: what is below is done at every start.

alarms.onAlarm.addListener(({ name }) => {
  gate.onAlarm(name);
  if (name === TOOLBAR_ALARM) entry('draw the toolbar button', () => toolbar.onAlarm());
  if (name === RETENTION_ALARM) entry('clean up', retain);
  if (name === RETRY_ALARM) {
    entry('store again', () =>
      retryUnsaved({ alarms, retryUnsaved: () => store.retryUnsaved(), state: () => store.state() }),
    );
  }
});

const keepManaged = () =>
  entry('keep the managed policy', () => managedPolicy.keep((event) => gate.note(event)));
storage.managed.onChanged.addListener(keepManaged);
// What the journal knows of the policy stands there: somebody who edits it shall not have the end of a policy go unnoticed.
storage.local.onChanged.addListener((changes) => MANAGED_MEMORY in changes && keepManaged());

policy.watch(() => {
  drawToolbar();
  entry('set the lock', () => gate.followPolicy());
  entry('tell open pages', () => pushSettingsChange(tabs, report));
  entry('clean up', retain);
}, new AbortController().signal);

storage.local.onChanged.addListener((changes) => entry('note settings', () => supervisor.hear(changes)));
forgetLeftTabs(health, tabs, report);

entry('start the gate', () => gate.start());
entry('look for losses in the journal', () => journal.noteLosses());
keepManaged();
entry('keep the signed rules', () => supervisor.keep());
entry('keep storage from content scripts', keepStorageFromContentScripts);
entry('plan the daily cleaning', () => scheduleRetention(alarms));
drawToolbar();
