import { BASIC_ID, BOT_ID, MANAGER_ORIGIN } from '../../addresses.ts';
import { element, setAttributes, withId } from '../dom.ts';
import { labels, shop } from '../locale.ts';
import { avatarImage } from './avatar.ts';
import { icon } from './icon.ts';

/** The frame around the three columns: header, icon navigation, and where the columns go. */
export class Shell {
  readonly element: HTMLElement;
  readonly #unread = element('div', 'badge badge-pill badge-primary border border-white');

  constructor(columns: readonly HTMLElement[]) {
    const main = element('main', '', element('div', '', ...columns));
    const page = withId(element('div', 'page-chat', this.#menu(), main), 'page');
    const container = withId(element('div', '', page), 'container');
    this.element = element('div', 'app', header(), container);
  }

  showUnread(count: number): void {
    this.#unread.textContent = String(count);
    this.#unread.hidden = count === 0;
  }

  #menu(): HTMLElement {
    const { chats, contacts, tags, settings } = labels.menu;
    const chat = menuLink('lar la-comments', chats, true);
    withId(chat, '__test__chat_menu_CHAT_ROOM_EMPTY').append(this.#unread);
    const others = [
      menuLink('lar la-user', contacts),
      menuLink('lar la-tag', tags),
      menuLink('lar la-cog', settings),
    ];
    return withId(element('nav', '', chat, ...others), 'menu');
  }
}

function header(): HTMLElement {
  const manager = element('a', 'header-manager', labels.manager);
  manager.href = `${MANAGER_ORIGIN}/account/${BASIC_ID}`;
  const brand = element(
    'div',
    'header-brand',
    element('span', 'header-mark', icon('fas fa-comment')),
    element('span', 'header-title', 'LINE Official Account Manager'),
    element('span', 'header-practice', labels.practice),
  );
  const name = element('span', 'text-truncate', shop.name);
  const switcher = element(
    'div',
    'dropdown btn-group',
    avatarImage('shop', shop.name),
    name,
    element('span', 'header-id', BASIC_ID),
  );
  const upgrade = element('a', 'badge', labels.upgrade);
  upgrade.href = '#';
  const help = withId(element('a', 'header-help', icon('lar la-question')), 'header-menu-help');
  setAttributes(help, { href: '#', 'aria-label': labels.help });
  const user = element(
    'div',
    'header-user',
    avatarImage('person', shop.operators[1]),
    element('span', '', shop.operators[1]),
  );
  for (const link of [upgrade, help]) link.addEventListener('click', (event) => event.preventDefault());
  return withId(
    element('header', '', brand, switcher, upgrade, element('div', 'flex-fill'), manager, help, user),
    'header',
  );
}

function menuLink(classes: string, label: string, active = false): HTMLAnchorElement {
  const link = element('a', active ? 'menu-link active' : 'menu-link', icon(classes));
  setAttributes(link, { href: `/${BOT_ID}`, title: label, 'aria-label': label });
  link.addEventListener('click', (event) => event.preventDefault());
  return link;
}
