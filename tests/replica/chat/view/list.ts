import { now } from '../clock.ts';
import type { Conversation } from '../content/conversations.ts';
import { element, setAttributes, setChildren, withId } from '../dom.ts';
import { labels } from '../locale.ts';
import { icon } from './icon.ts';
import { ListRow } from './list-row.ts';
import { openMenu } from './menu.ts';

export interface ListEvents {
  readonly onOpen: (conversation: Conversation) => void;
}

/** The left column: the conversations, newest first. */
export class ConversationList {
  readonly element = withId(element('div'), 'content-primary');
  readonly rows: readonly ListRow[];
  readonly #search = element('input', 'form-control form-control-sm');
  readonly #filter = element('a', 'dropdown-toggle list-filter');
  readonly #group = element('div', 'list-group list-group-flush');
  readonly #empty = element('p', 'text-muted small list-empty', labels.list.empty);
  #unreadOnly = false;

  constructor(conversations: readonly Conversation[], events: ListEvents) {
    this.rows = conversations.map((conversation) => new ListRow(conversation, events.onOpen));
    setAttributes(this.#search, {
      type: 'search',
      placeholder: labels.list.search,
      'aria-label': labels.list.search,
    });
    setAttributes(this.#filter, { href: '#', role: 'button', 'aria-haspopup': 'true' });
    this.#search.addEventListener('input', () => this.update(null));
    this.#filter.addEventListener('click', (event) => {
      event.preventDefault();
      this.#chooseFilter();
    });
    const tools = element(
      'div',
      'list-tools',
      element('div', 'list-search', icon('fas fa-search'), this.#search),
      this.#filter,
    );
    const scroller = element('div', 'flex-fill overflow-y-auto', this.#group, this.#empty);
    const list = element('div', 'chatlist d-flex flex-column flex-fill h-min-0', tools, scroller);
    this.element.append(element('div', 'h-100 d-flex flex-column', list));
  }

  /** Brings order, previews and times up to date; `open` is the conversation in the room. */
  update(open: Conversation | null): void {
    this.#filter.textContent = this.#unreadOnly ? labels.list.unread : labels.list.all;
    const search = this.#search.value.trim().toLowerCase();
    const shown = this.rows
      .filter((row) => row.matches(search) && (!this.#unreadOnly || row.conversation.unread > 0))
      .toSorted((one, other) => other.newestAt - one.newestAt);
    for (const row of shown) row.update(now());
    if (open !== null) for (const row of this.rows) row.activate(row.conversation === open);
    setChildren(
      this.#group,
      shown.map((row) => row.element),
    );
    this.#empty.hidden = shown.length > 0;
  }

  #chooseFilter(): void {
    const item = (label: string, unreadOnly: boolean) => ({
      label,
      checked: this.#unreadOnly === unreadOnly,
      choose: () => {
        this.#unreadOnly = unreadOnly;
        this.update(null);
      },
    });
    openMenu(this.#filter, [item(labels.list.all, false), item(labels.list.unread, true)]);
  }
}
