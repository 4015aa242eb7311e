import { type Clock, type Instant, MINUTE, startOfMinute } from '../domain/clock.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { statusOf } from '../domain/unsend/status.ts';
import { windowSetting } from '../domain/unsend/window-groups.ts';
import type { HealthReport } from '../messaging/protocol.ts';
import type { Translate } from '../platform/i18n.ts';
import type { UrgentMessage } from '../storage/urgent-messages.ts';
import type { Action, Alarms, Report } from './ports.ts';

export const TOOLBAR_ALARM = 'toolbar';

export interface ToolbarPorts {
  readonly action: Action;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly readPolicy: () => Promise<Policy>;
  readonly mostUrgent: (limit: number) => Promise<readonly UrgentMessage[]>;
  readonly tabHealth: () => Promise<ReadonlyMap<number, HealthReport>>;
  readonly translate: (policy: Policy) => Promise<Translate>;
  readonly report: Report;
}

/** What the toolbar button shows. */
interface Look {
  readonly text: string;
  readonly color: string;
  readonly title: string;
}

type Urgency = 'calm' | 'warn' | 'urgent';

/** White letters on each have a contrast of at least 4.5. */
const COLORS = { calm: '#3a4a9f', warn: '#a35200', urgent: '#c0262d', unwell: '#5f6368' } as const;
/** More do not fit on the button. */
const MOST_SHOWN = 99;

/** The toolbar button: how many messages can still be unsent, how urgent that is, and whether a tab's page is understood. */
export class Toolbar {
  readonly #ports: ToolbarPorts;
  #wanted = false;
  #drawing: Promise<void> | null = null;

  constructor(ports: ToolbarPorts) {
    this.#ports = ports;
  }

  /**
   * Draws the button anew and sets the alarm for its next change, not before `earliestNext`. Calls while it is being drawn
   * are answered by one more drawing. Errors are reported, not thrown.
   */
  refresh(earliestNext: Instant = 0): Promise<void> {
    this.#wanted = true;
    this.#drawing ??= this.#drawWhileWanted(earliestNext);
    return this.#drawing;
  }

  /** The alarm has come: at most one a minute, however many deadlines follow each other. */
  onAlarm(): Promise<void> {
    return this.refresh(this.#ports.clock.now() + MINUTE);
  }

  async #drawWhileWanted(earliestNext: Instant): Promise<void> {
    try {
      while (this.#wanted) {
        this.#wanted = false;
        await this.#draw(earliestNext);
      }
    } catch (error) {
      this.#ports.report('draw the toolbar button', error);
    } finally {
      this.#drawing = null;
    }
  }

  async #draw(earliestNext: Instant): Promise<void> {
    const policy = await this.#ports.readPolicy();
    const translate = await this.#ports.translate(policy);
    const urgent = await this.#ports.mostUrgent(MOST_SHOWN + 1);
    const now = this.#ports.clock.now();
    const look = lookOf(urgent, policy, now, translate);
    await this.#show(look);
    for (const [tabId, { state }] of await this.#ports.tabHealth()) {
      // A tab keeps its own look until it is given another, so a page that has become well is told the common one.
      await this.#show(state === 'degraded' || state === 'lost' ? unwellLook(state, translate) : look, tabId);
    }
    await this.#setAlarm(nextChange(urgent[0], policy, now), earliestNext);
  }

  async #show({ text, color, title }: Look, tabId?: number): Promise<void> {
    const tab = tabId === undefined ? {} : { tabId };
    try {
      await this.#ports.action.setBadgeText({ text, ...tab });
      await this.#ports.action.setBadgeBackgroundColor({ color, ...tab });
      await this.#ports.action.setTitle({ title, ...tab });
    } catch (error) {
      // A tab may close at any moment; the common look always has a place.
      if (tabId === undefined) throw error;
      this.#ports.report('mark a tab', error);
    }
  }

  async #setAlarm(next: Instant | null, earliest: Instant): Promise<void> {
    if (next === null) await this.#ports.alarms.clear(TOOLBAR_ALARM);
    else this.#ports.alarms.create(TOOLBAR_ALARM, { when: Math.max(next, earliest) });
  }
}

function lookOf(
  messages: readonly UrgentMessage[],
  policy: Policy,
  now: Instant,
  translate: Translate,
): Look {
  const [first] = messages;
  if (first === undefined) return { text: '', color: COLORS.calm, title: translate('toolbarNone') };
  const count = messages.length > MOST_SHOWN ? `${MOST_SHOWN}+` : String(messages.length);
  const urgency = urgencyOf(first, policy, now);
  const title = translate(urgency === 'urgent' ? 'toolbarUrgent' : 'toolbarCount', count);
  return { text: count, color: COLORS[urgency], title };
}

function unwellLook(state: 'degraded' | 'lost', translate: Translate): Look {
  const title = translate(state === 'lost' ? 'toolbarLost' : 'toolbarDegraded');
  return { text: '!', color: COLORS.unwell, title };
}

function urgencyOf({ message }: UrgentMessage, policy: Policy, now: Instant): Urgency {
  const status = statusOf(message, windowSetting(policy, message.account), policy.warn, now);
  if (status.state !== 'warn') return 'calm';
  return status.urgent ? 'urgent' : 'warn';
}

/** When number or colour will next be different; the first message decides both. */
function nextChange(first: UrgentMessage | undefined, { warn }: Policy, now: Instant): Instant | null {
  if (first === undefined) return null;
  // Minutes count to the wall-clock minute of the deadline and are rounded down: see `timeLeft`.
  const crossing = (minutes: number) => startOfMinute(first.safeUntil) - (minutes + 1) * MINUTE + 1;
  const changes = [crossing(warn.warnMinutes), crossing(warn.urgentMinutes), first.safeUntil];
  return Math.min(...changes.filter((at) => at > now));
}
