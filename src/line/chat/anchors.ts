import { ADDABLE_CHAT_ANCHORS } from '../../domain/line-anchors.ts';
import { AnchorTable } from '../anchor-table.ts';

/**
 * Everything that Matta knows of the chat page's markup, as data. Each anchor lists alternatives, the most trusted first;
 * where they were seen: docs/line-pages.md. Selector strings stand nowhere else.
 */
export const anchors = {
  /** One message. Class: seven authors, 2020 to 2026. Attribute: four, to 2026. Last: what a row is made of. */
  row: ['.chat-body', '[data-id]', ':has(> .chat-main)', ':has(> .chat-item)'],
  /** A block of messages of one sender. */
  run: ['.chat', '.chat-content'],
  /** On a run: sent by the account. Nine authors, no contradiction. */
  outgoing: ['.chat-reverse'],
  /** On an outgoing run: an automatic response (2020, one author). */
  automatic: ['.chat-secondary'],
  /** On an outgoing run: sent by an operator (2020 to 2026; which of the two depends on the year). */
  operator: ['.chat-success', '.chat-primary'],
  /** The sender's name above a run. */
  runHeader: ['.chat-header'],
  /** What a row says: bubble, sticker, image. */
  rowContent: ['.chat-main', '.chat-item'],
  /** Beside the content: read mark, clock, hover menu. Without a time on all rows of a run but the last. */
  rowMargin: ['.chat-sub'],
  /** In the margin: the hover menu's place, which is no text of the row. */
  rowMenu: ['.dropdown'],
  /** In the margin: what can be pressed, and so is no text of the row either. */
  rowControl: ['a, button', '[role="button"]'],
  /** In the margin while LINE has not confirmed the message (one author, 2023). */
  sending: ['.fa-sync'],
  /** In the margin after LINE has refused it. Nobody has described it; these are the framework's usual icons. */
  failed: [
    'i.fa-exclamation-circle',
    'i.fa-exclamation-triangle',
    'i.la-exclamation-circle',
    'i.text-danger',
  ],
  text: ['.chat-item-text'],
  sticker: ['.chat-item-sticker'],
  voice: ['.chat-item-voice-text'],
  /** A picture that is all of a message; cards and coupons have pictures, too, but beside text. */
  image: ['.chat-item img'],
  /** A line of the page's own: date, "unsent a message", "added you as a friend". */
  systemLine: ['.chatsys'],
  /** Date separators: 2026 with a class and a time stamp of their own, before that any system line. */
  day: ['.chatsys-date', '.chatsys'],
  dayLabel: ['.chatsys-content'],
  composer: ['textarea-ex', '.editor-area', '#editor', '.editor-textarea'],
  sendControl: ['.send-group [type="submit"]', '[type="submit"]'],
  /** LINE's confirmation before an unsend, and the entries of a row's menu. */
  dialog: ['.modal-dialog', '[role="dialog"]'],
  menuEntry: ['.dropdown-item', '[role="menuitem"]'],
  /** The account's own name, in the page's header. */
  accountName: ['#header .dropdown.btn-group', 'header .dropdown.btn-group'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Texts of LINE's own above runs that no person wrote, in lower case; English was seen (2023), the others are names of functions. */
export const runHeaders = {
  automatic: [
    'auto-response',
    'auto response',
    'auto-reply',
    'greeting message',
    'ai chatbot',
    '自動応答',
    '自動応答メッセージ',
    '応答メッセージ',
    'あいさつメッセージ',
    'ai応答メッセージ',
    'aiチャットボット',
    '自動回應',
    '自動回覆',
    '自動回應訊息',
    '加入好友的歡迎訊息',
    'ai自動回應訊息',
    'ข้อความตอบกลับอัตโนมัติ',
    'ตอบกลับอัตโนมัติ',
    'ข้อความทักทายเพื่อนใหม่',
  ],
  broadcast: [
    'broadcast',
    'broadcast message',
    'step message',
    '一斉配信',
    'メッセージ配信',
    'ステップ配信',
    '群發訊息',
    '漸進式訊息',
    'บรอดแคสต์',
    'สเต็ปเมสเสจ',
  ],
} as const;

export type AnchorName = keyof typeof anchors;

/** LINE's attributes. */
export const attributes = {
  messageId: 'data-id',
  dayStamp: 'data-timestamp',
} as const;

/** The anchors with what a policy has added to them. */
export const chatAnchors = new AnchorTable<AnchorName>(anchors, ADDABLE_CHAT_ANCHORS);

/** A selector that matches whatever any alternative matches, of those that are built in. */
export function anySelector(name: AnchorName): string {
  return anchors[name].join(',');
}
