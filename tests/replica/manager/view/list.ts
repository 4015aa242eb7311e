import { element, withAttributes } from '../dom.ts';
import { labels } from '../locale.ts';
import { bubblesOf } from '../model/balloons.ts';
import { textOf, writtenTimeOf } from '../model/zone.ts';
import { fieldsOf, type ManagerInterface } from '../net/interface.ts';
import { button } from './pressable.ts';

export type ListTab = 'SCHEDULED' | 'DRAFTED' | 'SENT' | 'ERROR';

export interface ListEvents {
  readonly onOpen: (id: string) => void;
  readonly onCopy: (id: string) => void;
  readonly onCreate: () => void;
}

type Fields = Readonly<Record<string, unknown>>;

const TABS: readonly ListTab[] = ['SCHEDULED', 'DRAFTED', 'SENT', 'ERROR'];

/** メッセージリスト: reservations, drafts, sent and failed messages, each under its tab. */
export class MessageList {
  readonly element = element('div', 'list');
  readonly #interface: ManagerInterface;
  readonly #events: ListEvents;

  constructor(manager: ManagerInterface, events: ListEvents) {
    this.#interface = manager;
    this.#events = events;
  }

  /** Shows a tab, first empty and then with what the server has. */
  async show(tab: ListTab): Promise<void> {
    this.#draw(tab, null);
    const { list } = fieldsOf(await this.#interface.list(tab));
    this.#draw(tab, Array.isArray(list) ? list.filter(isFields) : []);
  }

  #draw(tab: ListTab, broadcasts: readonly Fields[] | null): void {
    const create = button({
      label: labels.menu.create,
      classes: 'btn-primary',
      onPress: this.#events.onCreate,
    });
    this.element.replaceChildren(
      element('div', 'page-header', element('h2', 'page-title', labels.menu.list), create),
      element('ul', 'nav nav-tabs', ...TABS.map((other) => this.#tab(other, other === tab))),
      ...(broadcasts === null ? [element('p', 'empty', '…')] : [this.#table(tab, broadcasts)]),
    );
  }

  #tab(tab: ListTab, active: boolean): HTMLElement {
    const { scheduled, drafts, sent, failed } = labels.list;
    const names = { SCHEDULED: scheduled, DRAFTED: drafts, SENT: sent, ERROR: failed };
    const link = withAttributes(element('a', active ? 'nav-link active' : 'nav-link', names[tab]), {
      href: '#',
    });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void this.show(tab);
    });
    return element('li', 'nav-item', link);
  }

  #table(tab: ListTab, broadcasts: readonly Fields[]): HTMLElement {
    if (broadcasts.length === 0) return element('p', 'empty', labels.list.empty);
    const heads = labels.list.columns.map((column) => element('th', '', column));
    const rows = broadcasts.map((broadcast) => this.#row(tab, broadcast));
    return element(
      'table',
      'table',
      element('thead', '', element('tr', '', ...heads, element('th'))),
      element('tbody', '', ...rows),
    );
  }

  #row(tab: ListTab, { id, content, updatedDate }: Fields): HTMLElement {
    const { balloons, targeting, scheduledDate } = isFields(content) ? content : {};
    const text = bubblesOf(balloons)
      .map((bubble) => (bubble.format === 'text' ? bubble.text : labels.list.image))
      .join(' ／ ');
    const receivers = isFields(targeting) ? labels.receivers.narrowed : labels.receivers.all;
    const copy = button({
      label: labels.list.copy,
      classes: 'btn-light btn-sm',
      onPress: () => this.#events.onCopy(String(id)),
    });
    const canEdit = tab === 'DRAFTED' || tab === 'SCHEDULED';
    const title = element(canEdit ? 'a' : 'span', 'row-title', text);
    if (canEdit) {
      title.setAttribute('href', '#');
      title.addEventListener('click', (event) => {
        event.preventDefault();
        this.#events.onOpen(String(id));
      });
    }
    const cells = [title, receivers, dateText(scheduledDate), dateText(updatedDate), copy];
    return element('tr', '', ...cells.map((cell) => element('td', '', cell)));
  }
}

function dateText(seconds: unknown): string {
  return typeof seconds === 'number' ? textOf(writtenTimeOf(seconds)) : '–';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
