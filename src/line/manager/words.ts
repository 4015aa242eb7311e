import { type Letters, lettersOf } from './letters.ts';

/**
 * LINE's own words on the manager's pages. The Japanese ones are known from guides, 2019 to 2025; the others are likely ones
 * and hints only (docs/line-pages.md). Compared as a whole and by their letters, never as a part of a text, but for those of `never`.
 */
const LISTS = {
  /** On the button that sends. */
  send: [
    ['配信', '配信する', '送信', '送信する', '配信予約', '配信を予約', '配信予約する'],
    ['Send', 'Send message', 'Send broadcast'],
    ['ส่ง', 'ส่งข้อความ', 'ส่งบรอดแคสต์'],
    ['傳送', '發送', '傳送訊息', '預約傳送', '確認傳送', '发送'],
    ['보내기', '전송', '발송', '메시지 보내기'],
  ],
  /** The same, and also found on choices, menu entries and kinds of messages: they need a second sign. */
  maybeSend: [
    ['予約', '予約する', '今すぐ配信'],
    ['Send now', 'Broadcast', 'Schedule', 'Reserve'],
    ['บรอดแคสต์', 'ตั้งเวลา', 'ตั้งเวลาส่ง', 'ส่งทันที', 'ส่งเลย'],
    ['立即傳送', '立即發送', '預約', '群發', '群發訊息'],
    ['예약', '예약하기', '지금 보내기'],
  ],
  /** Never on a button that sends, not even as a part of its label. */
  never: [
    [
      '下書き',
      '保存',
      'テスト',
      'プレビュー',
      'キャンセル',
      '閉じる',
      '追加',
      '削除',
      'コピー',
      '取り消',
      '戻る',
    ],
    ['Save', 'Draft', 'Test', 'Preview', 'Cancel', 'Close', 'Delete', 'Copy', 'Back'],
    ['บันทึก', 'ร่าง', 'ทดสอบ', 'ดูตัวอย่าง', 'ยกเลิก', 'ปิด', 'ลบ', 'เพิ่ม', 'คัดลอก'],
    [
      '儲存',
      '草稿',
      '測試',
      '預覽',
      '取消',
      '關閉',
      '新增',
      '刪除',
      '複製',
      '返回',
      '保存',
      '测试',
      '预览',
      '关闭',
    ],
    ['저장', '임시', '테스트', '미리보기', '취소', '닫기', '추가', '삭제', '복사'],
  ],
  /** Beside the button that sends. */
  draft: [
    ['下書き保存', '下書きを保存', '下書きとして保存'],
    ['Save draft', 'Save as draft', 'Save as a draft'],
    ['บันทึกร่าง', 'บันทึกแบบร่าง', 'บันทึกเป็นแบบร่าง', 'บันทึกฉบับร่าง'],
    ['儲存草稿', '儲存為草稿', '存為草稿', '存成草稿', '保存草稿'],
    ['임시 저장', '임시저장', '초안 저장'],
  ],
  /** Beside the button that sends, and the title of what it opens. */
  test: [
    ['テスト配信', 'テスト送信', 'テスト配信する'],
    ['Test', 'Send test', 'Test send', 'Send a test', 'Send test message', 'Test message'],
    ['ส่งทดสอบ', 'ทดสอบ', 'ทดสอบส่ง', 'ทดสอบการส่ง', 'ส่งข้อความทดสอบ'],
    ['測試', '測試傳送', '傳送測試', '測試訊息', '傳送測試訊息', '测试', '测试发送'],
    ['테스트', '테스트 전송', '테스트 발송', '테스트 메시지'],
  ],
  /** To whom a test goes. */
  testReceivers: [
    ['自分のみ', 'すべての管理者と運用担当者'],
    [
      'Only me',
      'Myself only',
      'Just me',
      'Me only',
      'All administrators and operators',
      'All admins and operators',
    ],
    ['ฉันเท่านั้น', 'เฉพาะฉัน', 'ตัวเองเท่านั้น', 'แอดมินและผู้ดูแลทั้งหมด'],
    ['僅自己', '只有自己', '僅限自己', '所有管理員與操作人員', '所有管理員和操作人員'],
    ['나만', '나에게만', '본인만'],
  ],
  receivers: [
    ['配信先', 'ターゲット'],
    ['Recipients', 'Recipient', 'Target', 'Audience'],
    ['ผู้รับ', 'กลุ่มเป้าหมาย'],
    ['傳送對象', '發送對象', '目標'],
    ['수신자', '받는 사람', '발송 대상'],
  ],
  everybody: [
    ['すべての友だち', '全ての友だち'],
    ['All friends'],
    ['เพื่อนทั้งหมด', 'เพื่อนทุกคน'],
    ['所有好友', '全部好友', '所有好友們'],
    ['모든 친구', '전체 친구'],
  ],
  narrowed: [
    ['絞り込み', '絞り込む', '属性で絞り込み'],
    ['Filter', 'Filtered', 'Filter friends', 'Narrow down', 'Targeting'],
    ['กำหนดกลุ่ม', 'กรอง', 'ตัวกรอง', 'กำหนดเป้าหมาย'],
    ['篩選', '依屬性篩選', '設定篩選條件'],
    ['필터', '필터링'],
  ],
  now: [
    ['今すぐ配信', '今すぐ配信する', '今すぐ送信'],
    ['Send now', 'Now', 'Send immediately'],
    ['ส่งทันที', 'ส่งตอนนี้', 'ส่งเลย'],
    ['立即傳送', '立即發送', '馬上傳送'],
    ['지금 보내기', '즉시 발송', '바로 보내기'],
  ],
  voom: [
    ['LINE VOOMに投稿', 'LINE VOOMに投稿する', 'VOOMに投稿'],
    ['Post to LINE VOOM', 'Post on LINE VOOM', 'Share to LINE VOOM'],
    ['โพสต์ลง LINE VOOM', 'โพสต์ไปที่ LINE VOOM', 'โพสต์บน LINE VOOM'],
    ['張貼至LINE VOOM', '投稿至LINE VOOM', '發佈至LINE VOOM', '同步張貼至LINE VOOM'],
    ['LINE VOOM에 게시', 'LINE VOOM에 투고'],
  ],
  limit: [
    [
      '配信メッセージ数の上限を指定',
      '配信メッセージ数の上限を指定する',
      '配信メッセージ数を指定する',
      '配信メッセージ数を指定',
    ],
    [
      'Limit the number of messages',
      'Limit number of messages',
      'Set message limit',
      'Specify number of messages',
    ],
    ['จำกัดจำนวนข้อความที่ส่ง', 'กำหนดจำนวนข้อความสูงสุด'],
    ['指定訊息則數上限', '設定訊息則數上限', '指定傳送則數上限'],
    ['발송 메시지 수 제한'],
  ],
  abTest: [
    ['A/Bテストを作成', 'A/Bテスト', 'A/Bテストを作成する'],
    ['Create an A/B test', 'Create A/B test', 'A/B test'],
    ['สร้าง A/B Test', 'A/B Test', 'สร้าง A/B เทสต์'],
    ['建立A/B測試', 'A/B測試', '建立A/B test'],
    ['A/B 테스트 만들기', 'A/B 테스트'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly string[])[]>>;

/** Before or after the number of people that LINE expects to reach; the number stands in the same text or next to it. */
const ESTIMATES =
  /ターゲット推計|推計(?:人数)?|ターゲットリーチ|配信予定数|estimated (?:target|reach|recipients)|target (?:reach|estimate)|โดยประมาณ|จำนวนผู้รับ|目標推估|預估(?:人數|目標)?|目標好友數|예상 (?:인원|도달)|타겟 도달/iu;

export type WordList = keyof typeof LISTS;

const sets: ReadonlyMap<string, ReadonlySet<Letters>> = new Map(
  Object.entries(LISTS).map(([name, languages]) => [name, new Set(languages.flat().map(lettersOf))]),
);
const never = [...wordsOf('never')];

/** The words of a list in all languages. */
export function wordsOf(list: WordList): ReadonlySet<Letters> {
  return sets.get(list) ?? new Set();
}

/** True for a label that is, as a whole, one of LINE's words. */
export function isWord(list: WordList, label: Letters): boolean {
  return wordsOf(list).has(label);
}

/** True for a label that in any part says that its button does not send. */
export function neverSends(label: Letters): boolean {
  return never.some((word) => label.includes(word));
}

/** True for a text with LINE's words for the number of people that it expects to reach. */
export function namesEstimate(text: string): boolean {
  return ESTIMATES.test(text);
}
