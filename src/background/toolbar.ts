import { type Clock, type Instant, MINUTE } from '../domain/clock.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { ClockReading } from '../domain/unsend/clock-reading.ts';
import { nextUrgencyChange, timeLeft, urgencyOf } from '../domain/unsend/status.ts';
import type { HealthReport } from '../messaging/protocol.ts';
import type { Translate } from '../platform/i18n.ts';
import type { UrgentMessage } from '../storage/urgent-messages.ts';
import type { Action, Alarms, Report } from './ports.ts';

export const TOOLBAR_ALARM = 'toolbar';

export interface ToolbarPorts {
  readonly action: Action;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly readClock: () => Promise<ClockReading>;
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
    const { isWrong, correctionMs } = await this.#ports.readClock();
    // Without a clock nothing is promised, whatever the store would say.
    const urgent = isWrong ? [] : await this.#ports.mostUrgent(MOST_SHOWN + 1);
    const now = this.#ports.clock.now() + correctionMs;
    const look = isWrong ? wrongClockLook(translate) : lookOf(urgent, policy, now, translate);
    await this.#show(look);
    for (const [tabId, report] of await this.#ports.tabHealth()) {
      // A tab keeps its own look until it is given another, so a page that has become well is told the common one.
      await this.#show(unwellLook(report, isWrong, translate) ?? look, tabId);
    }
    const [first] = urgent;
    const next = first === undefined ? null : nextUrgencyChange(first.safeUntil, policy.warn, now);
    // The alarm rings by this computer's clock, which shows `next` only later.
    await this.#setAlarm(next === null ? null : next - correctionMs, earliestNext);
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
  const urgency = urgencyOf(timeLeft(first.safeUntil, now), policy.warn);
  const title = translate(urgency === 'urgent' ? 'toolbarUrgent' : 'toolbarCount', count);
  return { text: count, color: COLORS[urgency], title };
}

/** Null for a page that is well, or about which a wrong clock says more. */
function unwellLook({ page, state }: HealthReport, isClockWrong: boolean, translate: Translate): Look | null {
  if (state !== 'lost' && state !== 'degraded') return null;
  const look = { text: '!', color: COLORS.unwell };
  if (page === 'manager') return { ...look, title: translate('toolbarManagerUnwell') };
  if (state === 'degraded' && isClockWrong) return null;
  return { ...look, title: translate(state === 'lost' ? 'toolbarLost' : 'toolbarDegraded') };
}

function wrongClockLook(translate: Translate): Look {
  return { text: '!', color: COLORS.unwell, title: translate('toolbarClockWrong') };
}
