import { at } from '../model/random.ts';
import type { WallTime } from '../zone.ts';
import { twoDigits } from './clock-digits.ts';
import type { Labels } from './labels.ts';

const WEEKDAYS = ['วันอาทิตย์', 'วันจันทร์', 'วันอังคาร', 'วันพุธ', 'วันพฤหัสบดี', 'วันศุกร์', 'วันเสาร์'];
const MONTHS = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
];

/** Thai is only known with a dot and without halves of the day ("8.40 น."), so both clocks write the same. */
const dotClock = ({ hour, minute }: WallTime): string => `${hour}.${twoDigits(minute)} น.`;

export const th: Labels = {
  htmlLanguage: 'th',
  practice: 'สำหรับฝึกใช้งาน',
  manager: 'หน้าจัดการ',
  upgrade: 'เปลี่ยนแพ็กเกจ',
  help: 'ช่วยเหลือ',
  menu: { chats: 'แชท', contacts: 'รายชื่อ', tags: 'แท็ก', settings: 'ตั้งค่า' },
  list: {
    search: 'ค้นหาชื่อหรือข้อความ',
    all: 'ทั้งหมด',
    unread: 'ยังไม่อ่าน',
    empty: 'ไม่พบแชทที่ค้นหา',
    rowMenu: 'เมนูแชท',
    markUnread: 'ทำเครื่องหมายว่ายังไม่อ่าน',
  },
  room: {
    choose: 'เลือกแชทเพื่อดูข้อความที่นี่',
    followUp: 'ต้องดำเนินการ',
    resolved: 'เสร็จสิ้น',
    unreadFromHere: 'ข้อความที่ยังไม่ได้อ่าน',
    addedFriend: 'ลูกค้าเพิ่มคุณเป็นเพื่อนแล้ว',
    joined: (name) => `${name} เข้าร่วมแชทแล้ว`,
  },
  message: {
    read: 'อ่านแล้ว',
    automatic: 'ข้อความตอบกลับอัตโนมัติ',
    failed: 'ส่งไม่สำเร็จ',
    menu: 'เมนูข้อความ',
    copy: 'คัดลอก',
    reply: 'ตอบกลับ',
    pin: 'ปักหมุด',
    photo: 'รูปภาพ',
    sticker: 'สติกเกอร์',
    voice: 'ข้อความเสียง',
    download: 'ดาวน์โหลด',
  },
  unsend: {
    item: 'ยกเลิกข้อความ',
    title: 'ต้องการยกเลิกข้อความนี้หรือไม่',
    note: 'ข้อความจะหายไปจากหน้าจอของลูกค้าด้วย และลูกค้าจะเห็นว่ามีการยกเลิกข้อความ',
    confirm: 'ยกเลิกข้อความ',
    cancel: 'ปิด',
    notice: 'คุณได้ยกเลิกข้อความแล้ว',
    mark: 'ยกเลิกข้อความแล้ว',
    replacement: 'ข้อความนี้ถูกยกเลิกแล้ว',
  },
  composer: {
    placeholder: 'Enter เพื่อส่ง / Shift+Enter เพื่อขึ้นบรรทัดใหม่',
    send: 'ส่ง',
    canned: 'ข้อความสำเร็จรูป',
    sticker: 'สติกเกอร์',
    file: 'ไฟล์',
    call: 'โทร',
    sendOptions: 'ตัวเลือกการส่ง',
    enterSends: 'กด Enter เพื่อส่ง',
    enterBreaks: 'กด Enter เพื่อขึ้นบรรทัดใหม่',
  },
  profile: { tags: 'แท็ก', notes: 'โน้ต', added: 'เพิ่มเพื่อนเมื่อ', members: 'สมาชิก' },
  today: 'วันนี้',
  yesterday: 'เมื่อวาน',
  clock24: dotClock,
  clock12: dotClock,
  date: ({ year, month, day }) => `${day} ${at(MONTHS, month - 1)} ${year}`,
  weekday: ({ weekday }) => at(WEEKDAYS, weekday),
  listDate: ({ month, day }) => `${day} ${at(MONTHS, month - 1)}`,
};
