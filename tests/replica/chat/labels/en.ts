import { at } from '../model/random.ts';
import { hourOf12, twoDigits } from './clock-digits.ts';
import type { Labels } from './labels.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const en: Labels = {
  htmlLanguage: 'en',
  practice: 'Practice copy',
  manager: 'Manager',
  upgrade: 'Change plan',
  help: 'Help',
  menu: { chats: 'Chats', contacts: 'Contacts', tags: 'Tags', settings: 'Settings' },
  list: {
    search: 'Search names and messages',
    all: 'All',
    unread: 'Unread',
    empty: 'No chats found',
    rowMenu: 'Chat menu',
    markUnread: 'Mark as unread',
  },
  room: {
    choose: 'Choose a chat to see its messages here',
    followUp: 'Follow up',
    resolved: 'Resolve',
    unreadFromHere: 'Unread messages',
    addedFriend: 'They added you as a friend!',
    joined: (name) => `${name} joined the chat`,
  },
  message: {
    read: 'Read',
    automatic: 'Auto-response',
    failed: 'Could not be sent',
    menu: 'Message menu',
    copy: 'Copy',
    reply: 'Reply',
    pin: 'Pin',
    photo: 'Photo',
    sticker: 'sticker',
    voice: 'Voice message',
    download: 'Download',
  },
  unsend: {
    item: 'Unsend',
    title: 'Unsend this message?',
    note: 'The message will also disappear for your customer, who will see that a message was unsent.',
    confirm: 'Unsend',
    cancel: 'Cancel',
    notice: 'You unsent a message',
    mark: 'Unsent',
    replacement: 'This message was unsent',
  },
  composer: {
    placeholder: 'Enter to send, Shift+Enter for a new line',
    send: 'Send',
    canned: 'Canned responses',
    sticker: 'Stickers',
    file: 'File',
    call: 'Call',
    sendOptions: 'Sending options',
    enterSends: 'Enter sends the message',
    enterBreaks: 'Enter starts a new line',
  },
  profile: { tags: 'Tags', notes: 'Notes', added: 'Added', members: 'Members' },
  today: 'Today',
  yesterday: 'Yesterday',
  clock24: ({ hour, minute }) => `${twoDigits(hour)}:${twoDigits(minute)}`,
  clock12: ({ hour, minute }) => `${hourOf12(hour)}:${twoDigits(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
  date: ({ weekday, month, day }) => `${at(WEEKDAYS, weekday).slice(0, 3)}, ${at(MONTHS, month - 1)} ${day}`,
  weekday: ({ weekday }) => at(WEEKDAYS, weekday),
  listDate: ({ year, month, day }) => `${month}/${day}/${year}`,
};
