import type { BrowserLanguage } from '../tests/support/browser/launch-matta.ts';

/** One picture of the README. */
export interface Picture {
  /** File name in docs/pictures. */
  readonly file: string;
  readonly lang: BrowserLanguage;
  readonly subject: PictureSubject;
}

export type PictureSubject =
  /** The practice chat; `query` sets its switches. */
  | { readonly kind: 'chat'; readonly query: string }
  /** One row of the practice chat, the outgoing one whose age is nearest. */
  | { readonly kind: 'row'; readonly query: string; readonly minutesAgo: number }
  /** One step of the broadcast's story; its dates are those of the coming days. */
  | { readonly kind: 'story'; readonly query: string; readonly step: string }
  /** A page of the extension beside an open practice chat, at full height. */
  | ExtensionPage;

export interface ExtensionPage {
  readonly kind: 'extension-page';
  readonly query: string;
  readonly path: string;
  readonly width: number;
  /** Selectors of what must be on the page before it is pictured. */
  readonly ready: readonly string[];
}

/** The moment at which all pictures are taken, so that they change only when the product does. */
export const pictureTime = new Date('2026-11-20T14:32:20+09:00');

export const pictures: readonly Picture[] = [
  { file: 'chat.png', lang: 'ja', subject: { kind: 'chat', query: 'lang=ja' } },
  { file: 'chat-en.png', lang: 'en', subject: { kind: 'chat', query: 'lang=en' } },
  { file: 'gate-caught.png', lang: 'ja', subject: { kind: 'story', query: 'lang=ja', step: 'caught' } },
  { file: 'gate-answered.png', lang: 'ja', subject: { kind: 'story', query: 'lang=ja', step: 'answered' } },
  { file: 'gate-cooling.png', lang: 'ja', subject: { kind: 'story', query: 'lang=ja', step: 'cooling' } },
  { file: 'badge-safe.png', lang: 'ja', subject: { kind: 'row', query: 'lang=ja', minutesAgo: 20 } },
  { file: 'badge-warn.png', lang: 'ja', subject: { kind: 'row', query: 'lang=ja', minutesAgo: 52 } },
  { file: 'badge-urgent.png', lang: 'ja', subject: { kind: 'row', query: 'lang=ja', minutesAgo: 56 } },
  { file: 'badge-check.png', lang: 'ja', subject: { kind: 'row', query: 'lang=ja', minutesAgo: 180 } },
  { file: 'badge-over.png', lang: 'ja', subject: { kind: 'row', query: 'lang=ja', minutesAgo: 26 * 60 } },
  { file: 'badge-never.png', lang: 'ja', subject: { kind: 'row', query: 'lang=ja', minutesAgo: 10 * 60 } },
  {
    file: 'badge-unknown.png',
    lang: 'ja',
    subject: { kind: 'row', query: 'lang=ja&ids=none&time=none', minutesAgo: 20 },
  },
  {
    file: 'popup.png',
    lang: 'ja',
    subject: {
      kind: 'extension-page',
      query: 'lang=ja',
      path: 'src/pages/popup/index.html',
      width: 360,
      ready: ['a.message', '.page-state[data-state="healthy"]'],
    },
  },
  {
    file: 'options.png',
    lang: 'ja',
    subject: {
      kind: 'extension-page',
      query: 'lang=ja',
      path: 'src/pages/options/index.html',
      width: 1000,
      ready: ['legend:has-text("ベーカリー")', 'fieldset input:checked'],
    },
  },
];
