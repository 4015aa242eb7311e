import type { Content, Item } from '../model/message.ts';
import type { MessageMaker } from '../model/message-maker.ts';
import type { Random } from '../model/random.ts';
import type { Cast } from './cast.ts';
import type { Shop } from './shop.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** `count` messages, every second pair outgoing, the newest one minute old: for measuring, not for reading. */
export function bulkItems(
  shop: Shop,
  cast: Cast,
  maker: MessageMaker,
  random: Random,
  now: number,
  count: number,
): readonly Item[] {
  const lines = shop.threads.flat();
  const texts = {
    outgoing: lines.filter((line) => line.from === 'shop').map((line) => line.content),
    incoming: lines.filter((line) => line.from === 'customer').map((line) => line.content),
  };
  const operator = cast.operator();
  const items: Item[] = [];
  let sentAt = now - MINUTE_MS;
  for (let fromNewest = 0; fromNewest < count; fromNewest += 1) {
    const direction = fromNewest % 4 < 2 ? 'outgoing' : 'incoming';
    const sender = direction === 'outgoing' ? operator : cast.member();
    const content: Content = random.pick(texts[direction]);
    items.push(maker.received(direction, sender, sentAt, content));
    const secondOfPair = fromNewest % 2 === 0;
    sentAt -= secondOfPair ? 15 * SECOND_MS : random.integer(90 * SECOND_MS, 8 * MINUTE_MS);
  }
  return items.reverse();
}
