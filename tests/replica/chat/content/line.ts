import type { Content } from '../model/message.ts';
import type { Line } from './shop.ts';

/** What the customer says or sends. */
export function customer(content: string | Content): Line {
  return { from: 'customer', content: asContent(content) };
}

/** What the shop says or sends. */
export function shop(content: string | Content): Line {
  return { from: 'shop', content: asContent(content) };
}

function asContent(content: string | Content): Content {
  return typeof content === 'string' ? { type: 'text', text: content } : content;
}
