import type { BroadcastForm, Bubble } from './form.ts';

/** One bubble as LINE's interface writes it. */
export type Balloon = Readonly<Record<string, unknown>> & { readonly contentType: string };

/** The bubbles of a form; each gets an opaque token that differs every time. */
export function balloonsOf({ bubbles }: BroadcastForm): readonly Balloon[] {
  return bubbles.map((bubble) => ({ ...contentOf(bubble), updateToken: crypto.randomUUID() }));
}

/** The bubbles that the interface's `balloons` are; what the editor cannot write becomes an empty text. */
export function bubblesOf(balloons: unknown): readonly Bubble[] {
  if (!Array.isArray(balloons)) return [];
  return balloons.map((balloon: unknown) => bubbleOf(balloon));
}

function contentOf({ format, text }: Bubble): Balloon {
  switch (format) {
    case 'text':
      return { contentType: 'TEXT', text, emojis: [] };
    case 'image':
      return { contentType: 'IMAGE', key: 'practice/bread-01.jpg' };
    case 'coupon':
      return { contentType: 'COUPON', couponId: '01jd8k2c7q' };
    case 'sticker':
      return { contentType: 'STICKER', stickerId: '52002734', stickerPackageId: '11537', packageVersion: 1 };
  }
}

function bubbleOf(balloon: unknown): Bubble {
  if (typeof balloon !== 'object' || balloon === null) return { format: 'text', text: '' };
  const text: unknown = Reflect.get(balloon, 'text');
  switch (Reflect.get(balloon, 'contentType')) {
    case 'IMAGE':
      return { format: 'image', text: '' };
    case 'COUPON':
      return { format: 'coupon', text: '' };
    case 'STICKER':
      return { format: 'sticker', text: '' };
    default:
      return { format: 'text', text: typeof text === 'string' ? text : '' };
  }
}
