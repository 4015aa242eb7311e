import type { Content, Item } from '../model/message.ts';
import type { MessageMaker } from '../model/message-maker.ts';
import type { Cast } from './cast.ts';
import type { Shop } from './shop.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The written conversation that opens first. Its outgoing rows are about 26 h, 3 h, 56, 52, 20 and 1 min old, so
 * that one picture shows every stage that a sent message goes through.
 */
export function demoItems(shop: Shop, cast: Cast, maker: MessageMaker, now: number): readonly Item[] {
  const [manager, assistant] = shop.operators;
  const lines = shop.demo;
  // Two rows of one run must fall into one clock minute.
  const runMinute = Math.floor((now - 20 * MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
  const heard = (sentAt: number, content: string | Content): Item =>
    maker.received('incoming', cast.member(), sentAt, asContent(content));
  const said = (sentAt: number, operator: string, text: string): Item =>
    maker.received('outgoing', operator, sentAt, asContent(text));
  return [
    heard(now - 26.3 * HOUR_MS, lines.firstAsk),
    said(now - 26 * HOUR_MS, manager, lines.firstAnswer),
    heard(now - 25.8 * HOUR_MS, lines.firstThanks),
    heard(now - 10 * HOUR_MS, lines.nightAsk),
    maker.received(
      'outgoing',
      shop.name,
      now - 10 * HOUR_MS + SECOND_MS,
      asContent(lines.automatic),
      'automatic',
    ),
    heard(now - 3.3 * HOUR_MS, lines.morningAsk),
    said(now - 3 * HOUR_MS, manager, lines.morningAnswer),
    heard(now - 58.5 * MINUTE_MS, lines.orderAsk),
    said(now - 56 * MINUTE_MS, assistant, lines.orderAnswer),
    heard(now - 54 * MINUTE_MS, lines.timeAsk),
    said(now - 52 * MINUTE_MS, assistant, lines.timeAnswer),
    heard(now - 50 * MINUTE_MS, { type: 'sticker', picture: 'smile' }),
    heard(now - 23 * MINUTE_MS, { type: 'image', picture: shop.demoPicture }),
    heard(now - 22 * MINUTE_MS, lines.pictureAsk),
    said(runMinute + 12 * SECOND_MS, assistant, lines.pictureThanks),
    said(runMinute + 34 * SECOND_MS, assistant, lines.pictureAnswer),
    heard(now - 3 * MINUTE_MS, lines.lastAsk),
    said(now - MINUTE_MS, assistant, lines.lastAnswer),
  ];
}

function asContent(content: string | Content): Content {
  return typeof content === 'string' ? { type: 'text', text: content } : content;
}
