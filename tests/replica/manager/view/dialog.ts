import { element, icon, withAttributes } from '../dom.ts';
import { labels } from '../locale.ts';
import type { PartName, Place } from '../practice-manager-api.ts';
import { actionIn, button } from './pressable.ts';

export interface DialogOptions {
  readonly place: Place;
  readonly title: string;
  readonly body: readonly Node[];
  /** The button on the right, which Enter presses too. */
  readonly primary: { readonly label: string; readonly part?: PartName; readonly onPress: () => void };
  readonly hasCancel: boolean;
}

let open: { readonly place: Place; close(): void } | null = null;

/** The place that the open dialog is; null without one. */
export function dialogPlace(): Place | null {
  return open?.place ?? null;
}

export function closeDialog(): void {
  open?.close();
}

/** Opens a modal dialog at the end of the page, as Bootstrap does; closes one that is open. */
export function openDialog(options: DialogOptions): void {
  closeDialog();
  const closing = new AbortController();
  const before = document.activeElement;
  const modal = modalOf(options, () => closing.abort());
  const backdrop = element('div', 'modal-backdrop show');
  closing.signal.addEventListener('abort', () => {
    open = null;
    modal.remove();
    backdrop.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  const confirm = () => {
    closing.abort();
    options.primary.onPress();
  };
  modal.addEventListener('keydown', (event) => onKey(event, confirm, () => closing.abort()));
  document.body.append(modal, backdrop);
  modal.focus();
  open = { place: options.place, close: () => closing.abort() };
}

function onKey(event: KeyboardEvent, confirm: () => void, cancel: () => void): void {
  if (event.key === 'Escape') {
    cancel();
  } else if (event.key === 'Enter' && !isOnButton(event)) {
    event.preventDefault();
    confirm();
  }
}

/** A key on a button is the button's own affair. */
function isOnButton(event: Event): boolean {
  const path = event.composedPath();
  return (
    actionIn(path) !== null || path.some((node) => node instanceof Element && /button/.test(node.localName))
  );
}

function modalOf({ place, title, body, primary, hasCancel }: DialogOptions, close: () => void): HTMLElement {
  const cancel = button({
    label: labels.cancel,
    classes: 'btn-secondary',
    ...(place === 'confirm' ? { part: 'cancel' } : {}),
    onPress: close,
  });
  const confirm = button({
    label: primary.label,
    classes: 'btn-primary',
    ...(primary.part === undefined ? {} : { part: primary.part }),
    onPress: () => {
      close();
      primary.onPress();
    },
  });
  const cross = withAttributes(element('button', 'close', icon('las la-times')), {
    type: 'button',
    'aria-label': labels.close,
  });
  cross.addEventListener('click', close);
  const content = element(
    'div',
    'modal-content',
    element('div', 'modal-header', element('h5', 'modal-title', title), cross),
    element('div', 'modal-body', ...body),
    element('div', 'modal-footer', ...(hasCancel ? [cancel] : []), confirm),
  );
  return withAttributes(element('div', 'modal show', element('div', 'modal-dialog', content)), {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': title,
    tabindex: '-1',
  });
}
