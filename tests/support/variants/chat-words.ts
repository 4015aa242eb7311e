import type { ChatLanguage } from './chat-variant.ts';

/** What the chat page says of itself in one language. */
export interface ChatWords {
  readonly today: string;
  readonly yesterday: string;
  readonly read: string;
  readonly unsent: string;
  readonly automatic: string;
  readonly broadcast: string;
  /** The time of day of an instant, epoch ms, in the computer's zone. */
  clock(at: number): string;
}

const digits = (at: number) => {
  const date = new Date(at);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return { hours: date.getHours(), minutes };
};
const twelve = (hours: number) => hours % 12 || 12;

export const WORDS: Readonly<Record<ChatLanguage, ChatWords>> = {
  ja: {
    today: '今日',
    yesterday: '昨日',
    read: '既読',
    unsent: 'メッセージの送信を取り消しました',
    automatic: '自動応答',
    broadcast: 'メッセージ配信',
    clock: (at) => `${digits(at).hours}:${digits(at).minutes}`,
  },
  en: {
    today: 'Today',
    yesterday: 'Yesterday',
    read: 'Read',
    unsent: 'You unsent a message.',
    automatic: 'Auto-response',
    broadcast: 'Broadcast',
    clock: (at) => `${twelve(digits(at).hours)}:${digits(at).minutes} ${digits(at).hours < 12 ? 'AM' : 'PM'}`,
  },
  zh: {
    today: '今天',
    yesterday: '昨天',
    read: '已讀',
    unsent: '已收回訊息',
    automatic: '自動回應',
    broadcast: '群發訊息',
    clock: (at) =>
      `${digits(at).hours < 12 ? '上午' : '下午'} ${twelve(digits(at).hours)}:${digits(at).minutes}`,
  },
  th: {
    today: 'วันนี้',
    yesterday: 'เมื่อวาน',
    read: 'อ่านแล้ว',
    unsent: 'คุณยกเลิกข้อความแล้ว',
    automatic: 'ข้อความตอบกลับอัตโนมัติ',
    broadcast: 'บรอดแคสต์',
    clock: (at) => `${digits(at).hours}.${digits(at).minutes} น.`,
  },
};

/** The same in a language that Matta does not know. */
export const UNKNOWN_WORDS: ChatWords = {
  today: 'Hodiaŭ',
  yesterday: 'Hieraŭ',
  read: 'Legita',
  unsent: 'Vi retiris mesaĝon',
  automatic: 'Aŭtomata respondo',
  broadcast: 'Dissendo',
  clock: (at) => `${digits(at).hours}h${digits(at).minutes}`,
};
