import type { Switches } from '../../switches.ts';
import { messageIdAt } from './ids.ts';
import type { Message } from './message.ts';
import { hash, Random } from './random.ts';

const MINUTE_MS = 60_000;

/** What the row's `data-id` attribute holds under these switches; null when the row has no such attribute. */
export function dataIdOf(message: Message, switches: Switches): string | null {
  if (switches.classesids === 'gone' || switches.ids === 'none') return null;
  if (message.id === null) return pendingDataId(message, switches);
  switch (switches.ids) {
    case 'id':
      return message.id;
    case 'uuid':
      return uuid(message.id);
    case 'short':
      return digits(message.id, 14);
    case 'garbage':
      return digits(message.id, 18);
    case 'shifted':
      return messageIdAt(message.sentAt + shiftMs(message.id), hash(message.id));
  }
}

function pendingDataId(message: Message, switches: Switches): string | null {
  switch (switches.pending) {
    case 'none':
      return null;
    case 'empty':
      return '';
    case 'sendId':
      return message.sendId;
  }
}

function uuid(id: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash(`${id} ${part}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function digits(id: string, count: number): string {
  const random = new Random(id);
  const rest = Array.from({ length: count - 1 }, () => random.integer(0, 9)).join('');
  return `${random.integer(1, 9)}${rest}`;
}

/** Always far enough off to be seen beside the row's clock: 3 minutes to 10 hours, early or late. */
function shiftMs(id: string): number {
  const random = new Random(`shift ${id}`);
  const minutes = random.integer(3, 600);
  return (random.next() < 0.5 ? -minutes : minutes) * MINUTE_MS;
}
