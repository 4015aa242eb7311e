import type { Item } from '../model/message.ts';
import type { MessageMaker } from '../model/message-maker.ts';
import type { Random } from '../model/random.ts';
import type { DisplayZone } from '../zone.ts';
import type { Cast } from './cast.ts';
import { whileOpen } from './opening-hours.ts';
import type { Shop, Thread } from './shop.ts';

/** LINE answers fifty events however many are asked for. */
export const PAGE_SIZE = 50;

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Invents the past of one conversation, page by page. */
export class History {
  readonly #shop: Shop;
  readonly #cast: Cast;
  readonly #maker: MessageMaker;
  readonly #random: Random;
  readonly #zone: DisplayZone;

  constructor(shop: Shop, cast: Cast, maker: MessageMaker, random: Random, zone: DisplayZone) {
    this.#zone = zone;
    this.#shop = shop;
    this.#cast = cast;
    this.#maker = maker;
    this.#random = random;
  }

  /** The last `count` items before a moment (epoch ms), oldest first. */
  before(moment: number, count = PAGE_SIZE): readonly Item[] {
    let items: readonly Item[] = [];
    let end = moment;
    while (items.length < count) {
      end = whileOpen(end - this.#random.integer(4 * HOUR_MS, 20 * HOUR_MS), this.#zone);
      items = [...this.spoken(this.#random.pick(this.#shop.threads), end), ...items];
      end = items[0]?.sentAt ?? end;
    }
    return items.slice(-count);
  }

  /** One exchange whose last line was said at `end` (epoch ms). */
  spoken(thread: Thread, end: number): readonly Item[] {
    const operator = this.#cast.operator();
    let sentAt = end;
    const items = thread.toReversed().map((line, index, reversed) => {
      const later = reversed[index - 1];
      if (later !== undefined) sentAt -= this.#pauseMs(later.from === line.from);
      const sender = line.from === 'shop' ? operator : this.#cast.member();
      return this.#maker.received(
        line.from === 'shop' ? 'outgoing' : 'incoming',
        sender,
        sentAt,
        line.content,
      );
    });
    return items.toReversed();
  }

  /** People add a second line soon and take their time to answer. */
  #pauseMs(sameWriter: boolean): number {
    return sameWriter
      ? this.#random.integer(8 * SECOND_MS, 40 * SECOND_MS)
      : this.#random.integer(70 * SECOND_MS, 14 * MINUTE_MS);
  }
}
