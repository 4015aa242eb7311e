import type { Check } from '../finding.ts';
import { findMarks, type Marks } from './marks.ts';
import { passagesOf } from './passages.ts';

/**
 * A message that was written to try something out. A test that pupils sit (テスト対策) is none; "we will make a test
 * delivery" and 明日はテストです may be meant, so they only warn.
 */
export const testMark: Check = {
  name: 'test-mark',
  level: 'block',
  find: ({ broadcast }) => passagesOf(broadcast).flatMap((passage) => findMarks(passage, MARKS)),
};

const OPEN = String.raw`[【(\[<〔《〈■※]`;
const CLOSE = String.raw`[】)\]>〕》〉■:]`;
const SENDING = String.raw`(?:(?:テスト|てすと)\s?(?:配信|送信|投稿|メッセージ|発信|通知)|(?:配信|送信)\s?テスト)`;
const ANNOUNCED = String.raw`\s?(?:を|の|が)?(?:行|おこな|実施|予定|お知らせ|開始|します|いたします|機能|方法|サービス)`;

const SURE: readonly RegExp[] = [
  new RegExp(`${SENDING}(?!${ANNOUNCED})`, 'g'),
  /(?:これ|こちら|本?(?:メッセージ|配信|通知))は\s?、?(?:(?:テスト|てすと)(?:です|配信|送信|の|メッセージ|[\s。.!]|$)|試験(?:配信|送信))/g,
  new RegExp(
    String.raw`${OPEN}\s?(?:テスト|てすと|TEST|テスト用|テスト中|test|Test|測試|ทดสอบ|動作確認|検証用|疎通確認)\s?${CLOSE}`,
    'g',
  ),
  /^\s?(?:テスト|てすと|test|測試|ทดสอบ|動作確認)(?:です|中|中です|用|\d{1,4})?[\s。.!]{0,3}$/gim,
  /(?:テスト|てすと){2,20}|てすと(?:です|中)/g,
  /(?<![A-Za-z])(?:this is (?:only )?a test|test only|test message|test broadcast|for testing)(?![A-Za-z])/gi,
  /測試(?:訊息|發送|用訊息)|(?:這是|此為)測試|ข้อความทดสอบ|ทดสอบ(?:การ)?ส่ง/g,
];

const LIKELY: readonly RegExp[] = [
  new RegExp(`${SENDING}(?=${ANNOUNCED})`, 'g'),
  /(?:表示|動作|接続)\s?テスト(?!済|期間|ケース|方法)/g,
  /テストです(?=[\s。!]|$)/gm,
];

const MARKS: Marks = {
  sure: { patterns: SURE, key: 'checkTestMark' },
  likely: { patterns: LIKELY, key: 'checkLikelyTestMark' },
};
