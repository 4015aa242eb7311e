import type { MessageKind } from '../../domain/unsend/message-kind.ts';
import { attributes } from './anchors.ts';
import { isReadMark, readClockText } from './clock-text.ts';
import { type Direction, type DirectionMode, directionOf, runOf } from './direction.ts';
import { isLanguageKnown } from './known-language.ts';
import { part } from './part.ts';
import { hasSign, insideOf, marginOf, marginTexts, type RowMargin, textIn } from './row-margin.ts';
import { readRunSender } from './run-sender.ts';
import { isUnsentBubble, isUnsentNotice } from './unsent-notice.ts';

/** What one row shows, before anything is concluded from it. */
export interface RowFacts {
  readonly direction: Direction;
  /** null: the row does not tell what it is, so that nothing may be promised. */
  readonly kind: MessageKind | null;
  /** `sending`, `failed`: LINE has not taken it. `unsent`: taken back. */
  readonly state: 'sent' | 'sending' | 'failed' | 'unsent';
  /** As it stands in the page; null when missing or empty. */
  readonly id: string | null;
  /** The row's own clock, minutes since midnight; null when it shows none, or none that can be read. */
  readonly clockMinute: number | null;
}

/** Reads one row. Costs a handful of lookups inside it; layout only in mode `layout`. */
export function readRow(row: HTMLElement, scroller: Element, mode: DirectionMode): RowFacts {
  const direction = directionOf(row, scroller, mode);
  const content = part(insideOf(row), 'rowContent');
  const margin = marginOf(row, content);
  const remarks = margin === null ? [] : marginTexts(margin.nodes);
  const id = row.getAttribute(attributes.messageId);
  const isReadable = margin !== null && direction === 'outgoing' && areUnderstood(remarks, row.ownerDocument);
  return {
    direction,
    kind: isReadable ? kindOf(row, scroller) : null,
    state: stateOf(row, content, margin, remarks),
    id: id === '' ? null : id,
    clockMinute: readClockText(remarks.join(' ')),
  };
}

/** In a language that is not known, a remark may say that the message was taken back or refused. */
function areUnderstood(remarks: readonly string[], document: Document): boolean {
  return isLanguageKnown(document) || remarks.every((remark) => /\d/.test(remark) || isReadMark(remark));
}

function stateOf(
  row: Element,
  content: Element | null,
  margin: RowMargin | null,
  remarks: readonly string[],
): RowFacts['state'] {
  const nodes = margin?.nodes ?? [];
  if (hasSign(nodes, 'sending')) return 'sending';
  if (hasSign(nodes, 'failed')) return 'failed';
  const saysUnsent =
    remarks.some(isUnsentNotice) ||
    isUnsentBubble(content === null ? '' : textIn(content)) ||
    [...insideOf(row).children].some(
      (child) => child !== content && child !== margin?.element && isUnsentNotice(child.textContent),
    );
  return saysUnsent ? 'unsent' : 'sent';
}

function kindOf(row: HTMLElement, list: Element): MessageKind | null {
  const run = runOf(row);
  const sender = run === null ? null : readRunSender(run, row, list);
  if (sender !== 'operator') return sender;
  const inside = insideOf(row);
  if (part(inside, 'sticker') !== null) return 'sticker';
  if (part(inside, 'voice') !== null) return 'voice';
  if (part(inside, 'text') !== null) return 'text';
  return isPicture(row) ? 'image' : 'other';
}

/** One picture, and beside it no text but that of links such as "Download". */
function isPicture(row: Element): boolean {
  const content = part(row, 'rowContent');
  if (content === null || part(row, 'image') === null || content.querySelectorAll('img').length !== 1)
    return false;
  const ofLinks = [...content.querySelectorAll('a')].map((link) => link.textContent).join('');
  return content.textContent.replaceAll(/\s+/g, '') === ofLinks.replaceAll(/\s+/g, '');
}
