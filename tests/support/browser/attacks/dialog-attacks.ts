import type { DialogAttack } from './attack.ts';

/** Scripts and styles of the page against an answered checklist, in the order of the evidence (security-scale.md §3.1). */
export const DIALOG_ATTACKS: readonly DialogAttack[] = [
  untouched('opacity on html', () => document.documentElement.style.setProperty('opacity', '.01')),
  untouched('opacity on body', () => document.body.style.setProperty('opacity', '0')),
  untouched('opacity on the host', () =>
    document.querySelector('matta-gate')?.setAttribute('style', 'opacity: 0'),
  ),
  untouched('filter on html', () =>
    document.documentElement.style.setProperty('filter', 'opacity(0) blur(9px)'),
  ),
  untouched('transform on html', () => document.documentElement.style.setProperty('transform', 'scale(.1)')),
  untouched('clip-path on html', () => document.documentElement.style.setProperty('clip-path', 'inset(50%)')),
  untouched('mask on html', () =>
    document.documentElement.style.setProperty('mask', 'linear-gradient(transparent, transparent)'),
  ),
  untouched('visibility of the host', () => {
    const style = document.createElement('style');
    style.dataset['attack'] = '';
    style.textContent = 'matta-gate { visibility: hidden !important }';
    document.head.append(style);
  }),
  untouched('inert on html', () => document.documentElement.setAttribute('inert', '')),
  untouched('inert on the host', () => document.querySelector('matta-gate')?.setAttribute('inert', '')),
  untouched('the page’s !important styles', () => {
    const style = document.createElement('style');
    style.dataset['attack'] = '';
    style.textContent =
      'dialog { display: none !important } button { opacity: 0 !important; scale: 0 !important }';
    document.head.append(style);
  }),
  untouched('display: none on the host', () => {
    const style = document.createElement('style');
    style.dataset['attack'] = '';
    style.textContent = 'matta-gate { display: none !important }';
    document.head.append(style);
  }),
  // While the dialog has long been seen: only who presses speaks against these.
  {
    name: 'presses made by script',
    sources: ['dialog §3.1'],
    expected: 'deaf',
    attack: ({ x, y }) => {
      const host = document.querySelector('matta-gate');
      // Open in the build for tests alone: more than a page can ever reach.
      const button = host?.shadowRoot?.querySelector<HTMLElement>('button.final');
      const at = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, detail: 1 };
      for (const target of [button, host, document.elementFromPoint(x, y)]) {
        if (target instanceof HTMLElement) target.click();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target?.dispatchEvent(new MouseEvent(type, at));
        for (const key of ['Enter', ' ']) target?.dispatchEvent(new KeyboardEvent('keydown', { ...at, key }));
      }
    },
  },
  refused('zoom of html', () => document.documentElement.style.setProperty('zoom', '.1')),
  refused('host removed, again and again', () => {
    // What is below shall not get the press instead.
    const cover = document.createElement('div');
    cover.dataset['attack'] = '';
    cover.setAttribute('style', 'position: fixed; inset: 0; z-index: 2147483647');
    document.body.append(cover);
    const act = () => document.querySelector('matta-gate')?.remove();
    act();
    dispatchEvent(new CustomEvent('attack-again', { detail: act }));
  }),
  refused('popover above the dialog, again and again', () => {
    const cover = document.createElement('div');
    cover.dataset['attack'] = '';
    cover.popover = 'manual';
    cover.setAttribute(
      'style',
      'all: initial !important; position: fixed !important; inset: 0 !important; background: white !important',
    );
    document.body.append(cover);
    const act = () => {
      cover.hidePopover();
      cover.showPopover();
    };
    cover.showPopover();
    dispatchEvent(new CustomEvent('attack-again', { detail: act }));
  }),
  refused('popover that lets presses through, again and again', () => {
    const cover = document.createElement('div');
    cover.dataset['attack'] = '';
    cover.popover = 'manual';
    const style =
      'all: initial !important; position: fixed !important; inset: 0 !important; background: white !important';
    cover.setAttribute('style', `${style}; pointer-events: none !important`);
    document.body.append(cover);
    const act = () => {
      cover.hidePopover();
      cover.showPopover();
    };
    cover.showPopover();
    dispatchEvent(new CustomEvent('attack-again', { detail: act }));
  }),
  refused('modal dialog above the dialog, again and again', () => {
    const cover = document.createElement('dialog');
    cover.dataset['attack'] = '';
    cover.setAttribute(
      'style',
      'all: initial !important; position: fixed !important; inset: 0 !important; background: white !important',
    );
    document.body.append(cover);
    const act = () => {
      cover.close();
      cover.showModal();
    };
    cover.showModal();
    dispatchEvent(new CustomEvent('attack-again', { detail: act }));
  }),
];

function untouched(name: string, attack: DialogAttack['attack']): DialogAttack {
  return { name, sources: ['dialog §3.1'], expected: 'untouched', attack };
}

function refused(name: string, attack: DialogAttack['attack']): DialogAttack {
  return { name, sources: ['dialog §3.1'], expected: 'refused', attack };
}
