import { element, setAttributes } from '../dom.ts';
import { labels } from '../locale.ts';

/** Asks whether a message should really be unsent, as LINE does, and calls back when the operator agrees. */
export function openUnsendDialog(onConfirm: () => void): void {
  const closing = new AbortController();
  const confirm = button('btn btn-primary', labels.unsend.confirm);
  const cancel = button('btn btn-light', labels.unsend.cancel);
  const title = element('h5', 'modal-title', labels.unsend.title);
  const content = element(
    'div',
    'modal-content',
    element('div', 'modal-header', title),
    element('div', 'modal-body', element('p', 'mb-0', labels.unsend.note)),
    element('div', 'modal-footer', confirm, cancel),
  );
  const modal = element('div', 'modal show', element('div', 'modal-dialog', content));
  setAttributes(modal, { role: 'dialog', 'aria-modal': 'true', 'aria-label': labels.unsend.title });
  const backdrop = element('div', 'modal-backdrop show');
  closing.signal.addEventListener('abort', () => {
    modal.remove();
    backdrop.remove();
  });
  confirm.addEventListener('click', () => {
    closing.abort();
    onConfirm();
  });
  cancel.addEventListener('click', () => closing.abort());
  document.addEventListener('keydown', (event) => event.key === 'Escape' && closing.abort(), {
    signal: closing.signal,
  });
  document.body.append(backdrop, modal);
  confirm.focus();
}

function button(classes: string, label: string): HTMLButtonElement {
  const made = element('button', classes, label);
  made.type = 'button';
  return made;
}
