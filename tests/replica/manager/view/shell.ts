import { CHAT_ORIGIN } from '../../addresses.ts';
import { switches } from '../active-switches.ts';
import { element, withAttributes } from '../dom.ts';
import { labels } from '../locale.ts';
import { nameOf } from '../names.ts';

export interface ShellEvents {
  /** A path below the account, as in `broadcast/create`. */
  readonly onGo: (path: string) => void;
}

/** Header, menu, and the place for what the address names. */
export class Shell {
  readonly main = element('main', 'content');
  readonly element: HTMLElement;

  /** @param account basic id with its `@` */
  constructor(account: string, events: ShellEvents) {
    const body = element('div', 'shell-body', menu(events), this.main);
    this.element = element('div', 'shell', header(account), body);
  }
}

function header(account: string): HTMLElement {
  const brand = element(
    'div',
    'brand',
    element('span', 'brand-mark'),
    element('span', 'brand-name', 'LINE Official Account Manager'),
    element('span', 'brand-practice', labels.practice),
  );
  const user = element('div', '', labels.accounts[account] ?? account);
  user.id = nameOf('header-user');
  const [home, analysis, chat] = labels.tabs;
  const tabs = [
    outerLink('header-tab active', home, `/account/${account}`),
    outerLink('header-tab', analysis, '#'),
    outerLink('header-tab', chat, `${CHAT_ORIGIN}/`),
  ];
  return element(
    'header',
    'header',
    element(
      'div',
      'header-row',
      brand,
      ...(switches.header === 'yes' ? [user] : []),
      element('small', 'account-id', account),
    ),
    element('div', 'header-row header-tabs', ...tabs, outerLink('header-settings', labels.settings, '#')),
  );
}

function menu({ onGo }: ShellEvents): HTMLElement {
  const { broadcast, list, create, others } = labels.menu;
  const inner = (label: string, path: string) => {
    const link = outerLink('menu-link menu-sub', label, '#');
    link.addEventListener('click', () => onGo(path));
    return link;
  };
  return element(
    'nav',
    'menu',
    element('span', 'menu-group', broadcast),
    inner(list, 'broadcast'),
    inner(create, 'broadcast/create'),
    ...others.map((label) => outerLink('menu-link', label, '#')),
  );
}

/** A link that leads nowhere does nothing. */
function outerLink(classes: string, label: string, href: string): HTMLAnchorElement {
  const link = withAttributes(element('a', classes, label), { href });
  if (href === '#') link.addEventListener('click', (event) => event.preventDefault());
  return link;
}
