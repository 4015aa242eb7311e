import type { MessageKind } from '../../domain/unsend/message-kind.ts';
import { type AnchorName, anchors, anySelector, attributes, runHeaders } from './anchors.ts';
import { readClockText } from './clock-text.ts';
import { type Direction, type DirectionMode, directionOf, runOf } from './direction.ts';
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

const MENU = anySelector('rowMenu');
const MENU_ENTRY = anySelector('menuEntry');

/** Reads one row. Costs a handful of lookups inside it; layout only in mode `layout`. */
export function readRow(row: HTMLElement, scroller: Element, mode: DirectionMode): RowFacts {
  const direction = directionOf(row, scroller, mode);
  const margin = part(row, 'rowMargin');
  const remarks = margin === null ? [] : marginTexts(margin);
  const id = row.getAttribute(attributes.messageId);
  return {
    direction,
    kind: direction === 'outgoing' ? kindOf(row) : null,
    state: stateOf(row, margin, remarks),
    id: id === '' ? null : id,
    clockMinute: readClockText(remarks.join(' ')),
  };
}

function stateOf(row: Element, margin: Element | null, remarks: readonly string[]): RowFacts['state'] {
  if (margin !== null && part(margin, 'sending') !== null) return 'sending';
  const failed = margin === null ? null : part(margin, 'failed');
  // The menu may have icons of the same look.
  if (failed !== null && failed.closest(MENU_ENTRY) === null) return 'failed';
  const content = part(row, 'rowContent');
  const saysUnsent =
    remarks.some(isUnsentNotice) ||
    isUnsentBubble(content?.textContent ?? '') ||
    [...row.children].some(
      (child) => child !== content && child !== margin && isUnsentNotice(child.textContent),
    );
  return saysUnsent ? 'unsent' : 'sent';
}

function kindOf(row: HTMLElement): MessageKind | null {
  const run = runOf(row);
  if (run === null) return null;
  const header = part(run, 'runHeader')?.textContent.trim().toLowerCase() ?? '';
  if (isOneOf(header, runHeaders.automatic)) return 'automatic';
  if (isOneOf(header, runHeaders.broadcast)) return 'broadcast';
  if (matches(run, 'automatic') && !matches(run, 'operator')) return 'automatic';
  if (part(row, 'sticker') !== null) return 'sticker';
  if (part(row, 'voice') !== null) return 'voice';
  if (part(row, 'text') !== null) return 'text';
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

function isOneOf(text: string, texts: readonly string[]): boolean {
  return texts.includes(text);
}

/** The texts in a row's margin one by one, without the menu: read mark, clock, whatever else LINE remarks. */
export function marginTexts(margin: Element): readonly string[] {
  const parts = [...margin.childNodes].filter((node) => !(node instanceof Element && node.matches(MENU)));
  return parts.map((node) => node.textContent?.trim() ?? '').filter((text) => text !== '');
}

/** The first element inside `root` that an anchor names, by its first alternative that matches. */
export function part(root: Element, name: AnchorName): Element | null {
  for (const selector of anchors[name]) {
    const found = root.querySelector(selector);
    if (found !== null) return found;
  }
  return null;
}

function matches(element: Element, name: AnchorName): boolean {
  return anchors[name].some((selector) => element.matches(selector));
}
