/** What a bubble shows. */
export type Content =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'sticker'; readonly picture: StickerName }
  | { readonly type: 'image'; readonly picture: PictureName }
  | { readonly type: 'voice'; readonly seconds: number }
  | { readonly type: 'file'; readonly name: string; readonly kilobytes: number }
  | {
      readonly type: 'card';
      readonly picture: PictureName;
      readonly title: string;
      readonly text: string;
      readonly action: string;
    }
  | { readonly type: 'location'; readonly title: string; readonly address: string };

export type StickerName = 'smile' | 'bow';
export type PictureName = 'cake' | 'bouquet' | 'storefront';

/** One message row. Messages never change: a new state is a new object with the same key. */
export interface Message {
  readonly type: 'message';
  /** The page's own name for the row, stable from the optimistic row on. */
  readonly key: string;
  /** The server's id; null until it has confirmed the message. */
  readonly id: string | null;
  /** The web client's name for a sending: `{chatId}_{epoch ms}_{7 digits}`. */
  readonly sendId: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly kind: 'operator' | 'automatic' | 'customer';
  /** Operator, or member of a group. */
  readonly sender: string;
  /** Epoch ms. */
  readonly sentAt: number;
  readonly state: 'sent' | 'sending' | 'failed' | 'unsent';
  /** How an unsent message that stayed on the page is shown. */
  readonly unsentAs: 'note' | 'text' | null;
  readonly read: boolean;
  readonly content: Content;
}

/** A system row: somebody joined, a message was unsent, unread messages start here. */
export interface Notice {
  readonly type: 'notice';
  readonly key: string;
  /** Epoch ms. */
  readonly sentAt: number;
  readonly text: string;
}

export type Item = Message | Notice;
