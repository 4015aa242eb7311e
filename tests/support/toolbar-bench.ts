import { TabHealth } from '../../src/background/tab-health.ts';
import { TOOLBAR_ALARM, Toolbar } from '../../src/background/toolbar.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy/policy.ts';
import { windowGroups } from '../../src/domain/unsend/window-groups.ts';
import { type UrgentMessage, urgentAmong } from '../../src/storage/urgent-messages.ts';
import { FakeAction, FakeAlarms, FakeStorageArea } from './fake-browser.ts';
import { FakeClock } from './fake-clock.ts';
import { messageId, room, sendTime, TEN_O_CLOCK } from './sent-messages.ts';

/** A toolbar button and all that it looks at. Texts are their keys and values. */
export class ToolbarBench {
  readonly clock = new FakeClock(TEN_O_CLOCK);
  readonly action = new FakeAction();
  readonly alarms = new FakeAlarms();
  readonly health = new TabHealth(new FakeStorageArea());
  readonly reported: unknown[] = [];
  policy: Policy = DEFAULT_POLICY;
  /** When the messages of the store were sent. */
  sentAt: readonly number[] = [];
  /** By how much the computer's clock runs behind, as the store is told. */
  correctionMs = 0;
  /** How often the store was read. */
  reads = 0;
  readonly toolbar = new Toolbar({
    action: this.action,
    alarms: this.alarms,
    clock: this.clock,
    readClock: () => this.health.clock(),
    readPolicy: async () => this.policy,
    mostUrgent: async (limit) => this.#mostUrgent(limit),
    tabHealth: () => this.health.all(),
    translate:
      async () =>
      (key, ...values) =>
        [key, ...values].join(' '),
    report: (what, error) => this.reported.push([what, error]),
  });

  /** The look of a tab, or of all tabs that have none of their own. */
  look(tab: number | null = null) {
    return this.action.looks.get(tab);
  }

  nextAlarm(): number | undefined {
    return this.alarms.created.get(TOOLBAR_ALARM)?.when;
  }

  /** Lets the alarm ring until there is none. Answers when it rang. */
  async ringOut(): Promise<readonly number[]> {
    const rung: number[] = [];
    for (let at = this.nextAlarm(); at !== undefined; at = this.nextAlarm()) {
      rung.push(at);
      this.clock.set(at);
      await this.toolbar.onAlarm();
    }
    return rung;
  }

  #mostUrgent(limit: number): readonly UrgentMessage[] {
    this.reads += 1;
    const messages = this.sentAt.map((at, n) => ({
      ...room(1),
      id: messageId(`${n}`),
      sendTime: sendTime(at),
      kind: 'text' as const,
      firstSeen: at,
      lastSeen: at,
      unsentAt: null,
    }));
    const now = this.clock.now() + this.correctionMs;
    return urgentAmong(messages, windowGroups(this.policy, now), now).slice(0, limit);
  }
}
