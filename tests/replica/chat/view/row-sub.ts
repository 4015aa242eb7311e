import { switches } from '../active-switches.ts';
import { element, setAttributes, setChildren, textNode } from '../dom.ts';
import { dayLabels, labels } from '../locale.ts';
import type { Message } from '../model/message.ts';
import type { Row } from '../model/runs.ts';
import { icon } from './icon.ts';

type Badge = 'none' | 'menu' | 'sending' | 'failed';

/** `.chat-sub`: what stands beside a bubble. Empty on all but the last row of a run. */
export class RowSub {
  readonly element = element('div', 'chat-sub');
  #row: Row | null = null;
  #hasReadMarks = false;
  #hovered = false;
  #badge: Badge = 'none';
  #dropdown: HTMLElement | null = null;
  #time: Text | null = null;
  #timeNode: Node | null = null;

  show(row: Row, hasReadMarks: boolean): void {
    if (this.#row !== null && sameRow(this.#row, row) && this.#hasReadMarks === hasReadMarks) return;
    this.#row = row;
    this.#hasReadMarks = hasReadMarks;
    this.#render(row);
  }

  hover(hovered: boolean): void {
    if (this.#hovered === hovered || this.#row === null) return;
    this.#hovered = hovered;
    this.#render(this.#row);
  }

  #render({ message, closesRun }: Row): void {
    const nodes: Node[] = [];
    const dropdown = this.#dropdownFor(badgeOf(message, this.#hovered));
    if (dropdown !== null) nodes.push(dropdown);
    if (message.unsentAs === 'note') nodes.push(element('span', 'text-muted', labels.unsend.mark));
    if (closesRun && this.#hasReadMarks && message.read && message.direction === 'outgoing') {
      nodes.push(element('span', '', labels.message.read));
    }
    if (closesRun && switches.time !== 'none') nodes.push(this.#timeOf(message));
    if (nodes.length > 0 || this.element.firstChild !== null) setChildren(this.element, nodes);
  }

  #dropdownFor(badge: Badge): HTMLElement | null {
    if (badge !== this.#badge) {
      this.#badge = badge;
      this.#dropdown = badge === 'none' ? null : element('div', 'dropdown', badgeElement(badge));
    }
    return this.#dropdown;
  }

  #timeOf(message: Message): Node {
    const text = ` ${dayLabels.clock(message.sentAt)} `;
    if (this.#time === null || this.#timeNode === null) {
      this.#time = textNode(text);
      this.#timeNode = switches.time === 'bare' ? this.#time : timeSpan(this.#time);
    } else if (this.#time.data !== text) {
      this.#time.data = text;
    }
    return this.#timeNode;
  }
}

function sameRow(one: Row, other: Row): boolean {
  return one.message === other.message && one.closesRun === other.closesRun;
}

function badgeOf(message: Message, hovered: boolean): Badge {
  switch (message.state) {
    case 'sending':
      return 'sending';
    case 'failed':
      return 'failed';
    case 'unsent':
      return 'none';
    case 'sent':
      return hovered ? 'menu' : 'none';
  }
}

function badgeElement(badge: Exclude<Badge, 'none'>): HTMLElement {
  switch (badge) {
    case 'sending':
      return icon('fas fa-sync text-info');
    case 'failed': {
      const failed = icon('fas fa-exclamation-circle text-danger');
      failed.title = labels.message.failed;
      return failed;
    }
    case 'menu': {
      const toggle = element('a', 'dropdown-toggle', icon('lar la-ellipsis-h'));
      setAttributes(toggle, {
        href: '#',
        role: 'button',
        'aria-haspopup': 'true',
        'aria-label': labels.message.menu,
      });
      return toggle;
    }
  }
}

function timeSpan(text: Text): HTMLElement {
  const span = element('span');
  span.append(text);
  return span;
}
