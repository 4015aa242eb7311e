import { describe, expect, test } from 'vitest';
import { isUnsendLabel, isUnsentNotice } from '../../src/line/chat/unsent-notice.ts';

describe('a notice that a message was taken back', () => {
  test.each([
    'メッセージの送信を取り消しました',
    'メッセージの送信を取り消しました。',
    'まるやま洋菓子店がメッセージの送信を取り消しました',
    '  送信取消済み  ',
    'You unsent a message.',
    'Maruyama unsent a message',
    'unsent',
    'คุณยกเลิกข้อความ',
    'คุณได้ยกเลิกข้อความแล้ว',
    '您已收回訊息',
    '丸山收回了一則訊息。',
    '已收回訊息',
  ])('is %j', (text) => {
    expect(isUnsentNotice(text)).toBe(true);
  });

  test.each([
    '',
    '予約を取り消しました',
    '送信を取り消しました。もう一度お送りします',
    '先ほどのメッセージの送信を取り消しましたので、ご確認ください',
    'Please ignore: unsent',
    '訊息',
    // LINE's own labels, which stand in a row's menu.
    '收回訊息',
    'ยกเลิกข้อความ',
    'Unsend',
    '送信取消',
    'ขอยกเลิกข้อความ',
    `${'あ'.repeat(70)}がメッセージの送信を取り消しました`,
  ])('is not %j', (text) => {
    expect(isUnsentNotice(text)).toBe(false);
  });
});

describe('LINE’s label for unsending', () => {
  test.each(['送信取消', ' 送信取り消し ', 'Unsend', 'UNSEND MESSAGE', '收回', 'ยกเลิกข้อความ'])(
    'is %j',
    (label) => {
      expect(isUnsendLabel(label)).toBe(true);
    },
  );

  test.each(['', 'キャンセル', '取消', 'Cancel', '送信取消について'])('is not %j', (label) => {
    expect(isUnsendLabel(label)).toBe(false);
  });
});
