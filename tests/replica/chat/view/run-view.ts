import { switches } from '../active-switches.ts';
import { element, setChildren, setClasses } from '../dom.ts';
import { labels, shop } from '../locale.ts';
import type { Message } from '../model/message.ts';
import type { Block, Row } from '../model/runs.ts';
import { showAvatar } from './avatar.ts';
import type { RowView } from './row-view.ts';

type Run = Extract<Block, { type: 'run' }>;

/** Finds the element for a row, or makes one; `position` is its place in the run. */
export type RowSource = (row: Row, previous: readonly RowView[], position: number) => RowView;

export interface RoomTraits {
  /** Read marks exist only between the account and one customer. */
  readonly hasReadMarks: boolean;
  /** Groups name the member above each run. */
  readonly namesMembers: boolean;
}

/** One run of messages by one sender: `.chat`. */
export class RunView {
  readonly type = 'run';
  readonly element = element('div');
  rows: readonly RowView[] = [];
  readonly #image = element('img');
  readonly #name = element('span');
  readonly #header = element('div', 'chat-header', this.#name);
  readonly #content = element('div', 'chat-content w-min-0');

  constructor() {
    this.element.append(element('div', 'avatar avatar-sm rounded-circle', this.#image), this.#content);
  }

  show(run: Run, traits: RoomTraits, source: RowSource): void {
    const first = run.rows[0]?.message;
    if (first === undefined) return;
    setClasses(this.element, `chat chat-text-dark ${runClasses(first)}`);
    if (first.direction === 'outgoing') showAvatar(this.#image, 'shop', shop.name);
    else showAvatar(this.#image, 'person', first.sender);
    const header = headerOf(first, traits);
    if (this.#name.textContent !== header) this.#name.textContent = header;
    this.rows = run.rows.map((row, position) => {
      const view = source(row, this.rows, position);
      view.show(row, traits.hasReadMarks);
      return view;
    });
    const elements = this.rows.map((view) => view.element);
    setChildren(this.#content, header === '' ? elements : [this.#header, ...elements]);
  }
}

function runClasses({ direction, kind }: Message): string {
  if (direction === 'incoming') return 'chat-secondary';
  return kind === 'automatic' ? 'chat-reverse chat-secondary' : `chat-reverse chat-${switches.colour}`;
}

function headerOf({ direction, kind, sender }: Message, traits: RoomTraits): string {
  if (kind === 'automatic') return switches.auto === 'header' ? labels.message.automatic : '';
  return direction === 'outgoing' || traits.namesMembers ? sender : '';
}
