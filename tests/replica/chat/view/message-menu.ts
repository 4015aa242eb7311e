import { labels } from '../locale.ts';
import type { Message } from '../model/message.ts';
import { type MenuItem, openMenu } from './menu.ts';
import { openUnsendDialog } from './unsend-dialog.ts';

/** Opens the menu of a message; only what an operator has sent can be unsent. */
export function openMessageMenu(button: Element, message: Message, onUnsend: () => void): void {
  const { copy, reply, pin } = labels.message;
  const items: MenuItem[] = [copy, reply, pin].map((label) => ({ label, choose: () => undefined }));
  if (message.content.type === 'text') {
    const { text } = message.content;
    items[0] = { label: copy, choose: () => void navigator.clipboard?.writeText(text) };
  }
  if (message.kind === 'operator' && message.state === 'sent') {
    items.push({ label: labels.unsend.item, danger: true, choose: () => openUnsendDialog(onUnsend) });
  }
  openMenu(button, items);
}
