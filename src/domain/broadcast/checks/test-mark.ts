import type { Check, Found, Level } from '../finding.ts';
import { withoutOverlaps } from '../text/span.ts';
import { foundAt, type Passage, passagesOf, spansIn } from './passages.ts';

/**
 * A message that was written to try something out. A test that pupils sit (テスト対策) is none; "we will make
 * a test delivery" may be an announcement, so it only warns.
 */
export const testMark: Check = {
  name: 'test-mark',
  level: 'block',
  find: ({ broadcast }) => passagesOf(broadcast).flatMap(testMarksIn),
};

const OPEN = String.raw`[【(\[<〔《〈「■※]`;
const CLOSE = String.raw`[】)\]>〕》〉」■:]`;
const ANNOUNCED = String.raw`(?=\s?(?:を|の|が)?(?:行|おこな|実施|予定|お知らせ|開始|します|いたします))`;
const TEST_SENDING =
  '(?:テスト|てすと)\\s?(?:配信|送信|投稿|メッセージ|発信|通知)(?!機能|方法|サービス)|(?:配信|送信|表示|動作|接続)\\s?テスト(?!期間|ケース)';

const SURE: readonly RegExp[] = [
  /(?:これ|こちら|本メッセージ|本配信|このメッセージ|この配信)は\s?、?(?:テスト|てすと|試験(?:配信|送信))/g,
  new RegExp(
    String.raw`${OPEN}\s?(?:テスト|てすと|TEST|テスト用|テスト中|test|Test|測試|ทดสอบ|動作確認|検証用|疎通確認)\s?${CLOSE}`,
    'g',
  ),
  /^\s?(?:テスト|てすと|test|測試|ทดสอบ|動作確認)(?:です|中|中です|用|\d{1,4})?[\s。.!]{0,3}$/gim,
  /(?:テスト|てすと){2,20}|てすと(?:です|中)/g,
  /(?<![A-Za-z])(?:this is (?:only )?a test|test only|test message|test broadcast|for testing)(?![A-Za-z])/gi,
  /テストです(?=[\s。!]|$)|(?:無視|破棄)してください[^。\n]{0,6}テスト/gm,
  /測試(?:訊息|發送|用訊息)|(?:這是|此為)測試|ข้อความทดสอบ|ทดสอบ(?:การ)?ส่ง/g,
];
const LIKELY: readonly RegExp[] = [new RegExp(`(?:${TEST_SENDING})${ANNOUNCED}`, 'g')];
const SENDING: readonly RegExp[] = [new RegExp(TEST_SENDING, 'g')];

function testMarksIn(passage: Passage): readonly Found[] {
  const spans = (patterns: readonly RegExp[], level: Level) =>
    patterns.flatMap((pattern) => spansIn(passage, pattern)).map((span) => ({ ...span, level }));
  const announced = spans(LIKELY, 'warn');
  const plain = spans(SENDING, 'block').filter(
    ({ start }) => !announced.some((other) => other.start === start),
  );
  return withoutOverlaps([...spans(SURE, 'block'), ...plain, ...announced]).map((span) =>
    span.level === 'block'
      ? foundAt(passage, span, 'checkTestMark')
      : foundAt(passage, span, 'checkLikelyTestMark', [], 'warn'),
  );
}
