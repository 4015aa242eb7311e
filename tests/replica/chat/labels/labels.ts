import type { Language } from '../../switches.ts';
import type { WallTime } from '../zone.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { th } from './th.ts';
import { zh } from './zh.ts';

/** Every word of the page itself in one language, and its ways to write times and dates. */
export interface Labels {
  readonly htmlLanguage: string;
  readonly practice: string;
  readonly manager: string;
  readonly upgrade: string;
  readonly help: string;
  readonly menu: {
    readonly chats: string;
    readonly contacts: string;
    readonly tags: string;
    readonly settings: string;
  };
  readonly list: {
    readonly search: string;
    readonly all: string;
    readonly unread: string;
    readonly empty: string;
    readonly rowMenu: string;
    readonly markUnread: string;
  };
  readonly room: {
    readonly choose: string;
    readonly followUp: string;
    readonly resolved: string;
    readonly unreadFromHere: string;
    readonly addedFriend: string;
    readonly joined: (name: string) => string;
  };
  readonly message: {
    readonly read: string;
    readonly automatic: string;
    readonly failed: string;
    readonly menu: string;
    readonly copy: string;
    readonly reply: string;
    readonly pin: string;
    readonly photo: string;
    readonly sticker: string;
    readonly voice: string;
    readonly download: string;
  };
  readonly unsend: {
    readonly item: string;
    readonly title: string;
    readonly note: string;
    readonly confirm: string;
    readonly cancel: string;
    /** System row in the place of the message. */
    readonly notice: string;
    /** Short text beside a bubble that stayed. */
    readonly mark: string;
    /** Text in the bubble instead of the message. */
    readonly replacement: string;
  };
  readonly composer: {
    readonly placeholder: string;
    readonly send: string;
    readonly canned: string;
    readonly sticker: string;
    readonly file: string;
    readonly call: string;
    readonly sendOptions: string;
    readonly enterSends: string;
    readonly enterBreaks: string;
  };
  readonly profile: {
    readonly tags: string;
    readonly notes: string;
    readonly added: string;
    readonly members: string;
  };
  readonly today: string;
  readonly yesterday: string;
  clock24(time: WallTime): string;
  clock12(time: WallTime): string;
  /** An older day as a date; `thisYear` is the year now. */
  date(time: WallTime, thisYear: number): string;
  weekday(time: WallTime): string;
  /** The short date in the conversation list. */
  listDate(time: WallTime): string;
}

/** The labels of a language. */
export function labelsFor(language: Language): Labels {
  return { ja, en, th, zh }[language];
}
