import { switches } from '../active-switches.ts';
import { now } from '../clock.ts';
import type { Conversation } from '../content/conversations.ts';
import { element } from '../dom.ts';
import { dayLabels } from '../locale.ts';
import { arrange, type Block } from '../model/runs.ts';
import type { Day } from '../model/timeline.ts';
import type { Matching, ShownDay } from './day-view.ts';
import { type RowView, rowViewOf } from './row-view.ts';
import { TimelineView } from './timeline-view.ts';
import { Virtualiser } from './virtualiser.ts';

const SCROLLER_CLASSES = {
  2023: 'p-3 h-100 overflow-y-auto',
  2020: 'p-3 bg-white flex-fill overflow-y-auto',
  other: 'message-pane',
} as const;

/** Nearer to the end than this, the list follows new messages. */
const FOLLOW_PX = 160;
/** Nearer to the start than this, older messages are fetched. */
const OLDER_PX = 60;

export interface RoomBodyEvents {
  /** The list was scrolled to its start. */
  readonly onTop: () => void;
  /** The menu button of a row was pressed. */
  readonly onMenu: (row: RowView, button: Element) => void;
}

/** The scroller with the messages of one conversation. */
export class RoomBody {
  readonly scroller = element('div', SCROLLER_CLASSES[switches.scroller]);
  readonly element = element('div', 'room-body', this.scroller);
  readonly #virtualiser = switches.virtual === 'yes' ? new Virtualiser() : null;
  readonly #view: TimelineView;
  readonly #blocks = new WeakMap<Day, readonly Block[]>();
  #conversation: Conversation;
  #hovered: RowView | null = null;

  constructor(conversation: Conversation, events: RoomBodyEvents) {
    this.#conversation = conversation;
    if (this.#virtualiser !== null) this.scroller.append(this.#virtualiser.top, this.#virtualiser.bottom);
    this.#view = new TimelineView(this.scroller, this.#virtualiser?.bottom ?? null);
    this.scroller.addEventListener('scroll', () => this.#onScroll(events));
    this.scroller.addEventListener('pointerover', (event) => this.#hover(targetOf(event)));
    this.scroller.addEventListener('pointerleave', () => this.#hover(null));
    this.scroller.addEventListener('click', (event) => this.#onClick(event, events));
  }

  get rows(): readonly RowView[] {
    return this.#view.rows;
  }

  /** Shows a conversation from its end. */
  open(conversation: Conversation, matching: Matching): void {
    this.#conversation = conversation;
    this.#virtualiser?.toEnd(itemCount(conversation));
    this.#render(matching);
    this.scrollToEnd();
  }

  /** Brings the list up to date, following the newest message where the reader is at the end or has sent it. */
  update(follow: boolean): void {
    const { scroller } = this;
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < FOLLOW_PX;
    if (atEnd || follow) this.#virtualiser?.toEnd(itemCount(this.#conversation));
    this.#render('keyed');
    if (atEnd || follow) this.scrollToEnd();
  }

  /** Shows older items that were just put in front, without moving what is in view. */
  showOlder(count: number): void {
    const fromEnd = this.scroller.scrollHeight - this.scroller.scrollTop;
    this.#virtualiser?.shift(count);
    this.#render('keyed');
    this.scroller.scrollTop = this.scroller.scrollHeight - fromEnd;
  }

  /** Makes the row with this key get a new element. */
  forget(key: string): void {
    this.#view.forget(key);
  }

  /** Removes from all rows what the page did not put there. */
  clean(): void {
    this.#view.clean();
  }

  scrollToEnd(): void {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #render(matching: Matching): void {
    const days = this.#conversation.timeline.days.map((day) => this.#shownDay(day));
    const shown = this.#virtualiser?.trim(days, itemCount(this.#conversation)) ?? days;
    const isUser = this.#conversation.kind === 'user';
    this.#view.render(shown, { hasReadMarks: isUser, namesMembers: !isUser }, matching);
  }

  #shownDay(day: Day): ShownDay {
    const blocks = this.#blocks.get(day) ?? arrange(day.items, switches.run);
    this.#blocks.set(day, blocks);
    return {
      number: day.number,
      label: dayLabels.separator(day.number, now()),
      firstSentAt: day.items[0]?.sentAt ?? 0,
      blocks,
    };
  }

  #onScroll(events: RoomBodyEvents): void {
    if (this.#virtualiser?.follow(this.scroller, this.#view.items) === true) this.#renderAroundAnchor();
    if (this.scroller.scrollTop < OLDER_PX) events.onTop();
  }

  #renderAroundAnchor(): void {
    const top = this.scroller.getBoundingClientRect().top;
    const anchor = this.#view.items.find((row) => row.getBoundingClientRect().bottom > top);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    this.#render('keyed');
    if (anchor?.isConnected === true) this.scroller.scrollTop += anchor.getBoundingClientRect().top - before;
  }

  #hover(target: Element | null): void {
    const row = rowViewOf(target);
    if (row === this.#hovered) return;
    this.#hovered?.hover(false);
    row?.hover(true);
    this.#hovered = row;
  }

  #onClick(event: Event, events: RoomBodyEvents): void {
    const link = targetOf(event)?.closest('a');
    if (link?.getAttribute('href') !== '#') return;
    event.preventDefault();
    const row = rowViewOf(link);
    if (row !== null && link.getAttribute('aria-haspopup') === 'true') events.onMenu(row, link);
  }
}

function targetOf(event: Event): Element | null {
  return event.target instanceof Element ? event.target : null;
}

function itemCount(conversation: Conversation): number {
  return conversation.timeline.days.reduce((sum, day) => sum + day.items.length, 0);
}
