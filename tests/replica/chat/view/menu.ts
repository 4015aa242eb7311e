import { element, setAttributes } from '../dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly choose: () => void;
  readonly checked?: boolean;
  readonly danger?: boolean;
}

const GAP_PX = 4;
const EDGE_PX = 8;

let open: AbortController | null = null;

/** Opens a dropdown menu beside a button, at the end of the body; choosing, Escape and a click elsewhere close it. */
export function openMenu(button: Element, items: readonly MenuItem[]): void {
  open?.abort();
  const closing = new AbortController();
  open = closing;
  const menu = element('div', 'dropdown-menu show', ...items.map((item) => itemElement(item, closing)));
  menu.setAttribute('role', 'menu');
  closing.signal.addEventListener('abort', () => menu.remove());
  document.body.append(menu);
  place(menu, button.getBoundingClientRect());
  const { signal } = closing;
  document.addEventListener('keydown', (event) => event.key === 'Escape' && closing.abort(), { signal });
  document.addEventListener('scroll', () => closing.abort(), { signal, capture: true });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && !menu.contains(event.target)) closing.abort();
    },
    { signal },
  );
}

function itemElement(item: MenuItem, closing: AbortController): HTMLElement {
  const classes = ['dropdown-item', item.danger ? 'text-danger' : '', item.checked ? 'active' : ''];
  const link = element('a', classes.filter((name) => name !== '').join(' '), item.label);
  setAttributes(link, { href: '#', role: 'menuitem' });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    closing.abort();
    item.choose();
  });
  return link;
}

/** Below the button, or above it near the lower edge of the window. */
function place(menu: HTMLElement, button: DOMRect): void {
  const fitsBelow = button.bottom + GAP_PX + menu.offsetHeight < innerHeight - EDGE_PX;
  const top = fitsBelow ? button.bottom + GAP_PX : button.top - GAP_PX - menu.offsetHeight;
  const left = Math.min(button.left, innerWidth - menu.offsetWidth - EDGE_PX);
  menu.style.top = `${Math.max(EDGE_PX, top)}px`;
  menu.style.left = `${Math.max(EDGE_PX, left)}px`;
}
