/**
 * The whole text of a notice that a message was taken back, in the wordings that sources show; LINE's manager itself was
 * seen by none of them. Only whole texts count: an operator may well write that a reservation was cancelled.
 */
const NOTICES: readonly RegExp[] = [
  /^(?:.{1,60}(?:が|は))?メッセージの送信を取り消しました。?$/,
  /^(?:送信を取り消しました|送信取消済み|取り消し済み)。?$/,
  /^(?:you|.{1,60}) unsent a message\.?$/i,
  /^(?:message unsent|unsent)\.?$/i,
  // Without the word for "has", these two would match LINE's own labels for unsending.
  /^(?:คุณ(?:ได้)?|.{0,60}ได้)ยกเลิกข้อความ(?:แล้ว)?$|^.{0,60}ยกเลิกข้อความแล้ว$/,
  /^.{0,60}(?:已收回|收回了)(?:一則)?訊息。?$/,
];

/** What LINE itself may put into a bubble in the message's place. Other wordings there may be an operator's own. */
const NOTICES_IN_BUBBLE: readonly RegExp[] = [
  /^(?:メッセージの送信を取り消しました|このメッセージは(?:送信が)?取り消されました)。?$/,
  /^(?:you unsent a message|(?:this )?message (?:was )?unsent)\.?$/i,
  /^(?:คุณ(?:ได้)?ยกเลิกข้อความ(?:แล้ว)?|ข้อความนี้ถูกยกเลิกแล้ว)$/,
  /^(?:(?:您|你)?(?:已收回|收回了)(?:一則)?訊息|(?:這|此)則?訊息已收回)。?$/,
];

/** Labels of LINE's unsend entry and of the button that confirms it; Japanese was seen, the others are the app's own. */
const UNSEND_LABELS: readonly string[] = [
  '送信取消',
  '送信取り消し',
  '送信を取り消す',
  'unsend',
  'unsend message',
  'ยกเลิกข้อความ',
  'ยกเลิกการส่ง',
  '收回',
  '收回訊息',
];

/** True when `text`, which no operator has written, is nothing but a notice that a message was unsent. */
export function isUnsentNotice(text: string): boolean {
  return matchesAny(text, NOTICES) || isUnsentBubble(text);
}

/** True when the text of a bubble, which an operator may have written, is LINE's notice that it was unsent. */
export function isUnsentBubble(text: string): boolean {
  return matchesAny(text, NOTICES_IN_BUBBLE);
}

function matchesAny(text: string, notices: readonly RegExp[]): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 100 && notices.some((notice) => notice.test(trimmed));
}

/** True for the label of LINE's own unsend entry or button. */
export function isUnsendLabel(text: string): boolean {
  return UNSEND_LABELS.includes(text.trim().toLowerCase());
}
