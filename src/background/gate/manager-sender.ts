import type { Sender } from '../../messaging/sender.ts';
import { RequestRefused } from '../../messaging/serve.ts';

type Manager = Extract<Sender, { kind: 'manager' }>;

/** The tab of a content script on the manager, in the page or in a frame. @throws RequestRefused for anybody else */
export function tabOf(sender: Sender): number {
  return managerOf(sender).tabId;
}

/** The same for the page itself: what a person answers is asked there, and nowhere else. @throws RequestRefused */
export function tabOfTop(sender: Sender): number {
  const { tabId, isTop } = managerOf(sender);
  if (!isTop) throw new RequestRefused('refused', 'only the page itself may ask that, not a frame inside');
  return tabId;
}

/** True for a frame inside the page. */
export function isFrame(sender: Sender): boolean {
  return sender.kind === 'manager' && !sender.isTop;
}

/** The tab of a frame inside the page. @throws RequestRefused for the page itself, and for anybody else */
export function tabOfFrame(sender: Sender): number {
  const { tabId, isTop } = managerOf(sender);
  if (isTop) throw new RequestRefused('refused', 'the page itself needs nobody to ask in it');
  return tabId;
}

function managerOf(sender: Sender): Manager {
  if (sender.kind !== 'manager') throw new RequestRefused('refused', 'only for the manager');
  return sender;
}
