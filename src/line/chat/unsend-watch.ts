import type { Clock, Instant } from '../../domain/clock.ts';
import { anySelector, attributes, chatAnchors } from './anchors.ts';
import { isReadMark, readClockText } from './clock-text.ts';
import type { RowChange } from './live-rows.ts';
import type { RowFacts } from './read-row.ts';
import { insideOf, marginTexts } from './row-margin.ts';
import { isUnsendLabel, isUnsentNotice } from './unsent-notice.ts';

/** LINE's server has this long to answer after the operator has confirmed; later changes have other causes. */
const ANSWER_WITHIN_MS = 30_000;

const MENU = anySelector('rowMenu');
const MARGIN = anySelector('rowMargin');
const MENU_ENTRY = anySelector('menuEntry');
const DIALOG = anySelector('dialog');

/** The message whose unsending the operator has just confirmed, and what its row said then. */
interface Confirmed {
  readonly id: string;
  readonly said: string;
  readonly until: Instant;
}

/**
 * Notices that messages are taken back, whichever way LINE shows it: the row goes, a notice takes its place, the row stays
 * with a note, or its text is replaced. A row that merely goes may have been unloaded, so that counts only after the
 * operator has confirmed LINE's own dialog.
 */
export class UnsendWatch {
  readonly #clock: Clock;
  readonly #idOf = new WeakMap<HTMLElement, string>();
  readonly #reported = new Set<string>();
  #menuRow: HTMLElement | null = null;
  #confirmed: Confirmed | null = null;

  constructor(
    document: Document,
    clock: Clock,
    rowAround: (node: Node) => HTMLElement | null,
    signal: AbortSignal,
  ) {
    this.#clock = clock;
    document.addEventListener('click', (event) => this.#follow(event, rowAround), { capture: true, signal });
    // After scrolling, a row that goes may merely have been unloaded.
    document.addEventListener(
      'scroll',
      () => {
        this.#confirmed = null;
      },
      { capture: true, passive: true, signal },
    );
  }

  /** Remembers which message a row shows, for when it loses its id. */
  note(row: HTMLElement, { id }: RowFacts): void {
    if (id !== null) this.#idOf.set(row, id);
  }

  /**
   * The ids of the messages that a change shows to have been taken back. Call with every change, in order.
   * @param read the rows of the change that have been read, in their present state
   */
  find(change: RowChange, read: ReadonlyMap<HTMLElement, RowFacts>): readonly string[] {
    const found = new Set([...this.#saidByRows(read), ...this.#saidByAbsence(change)]);
    const ids = [...found].filter((id) => !this.#reported.has(id));
    for (const id of ids) this.#reported.add(id);
    return ids;
  }

  /** True for a message that is known to have been taken back, even where its row does not say so. */
  has(id: string): boolean {
    return this.#reported.has(id);
  }

  /** Rows that now hold a notice instead of their message. */
  #saidByRows(read: ReadonlyMap<HTMLElement, RowFacts>): readonly string[] {
    return [...read].flatMap(([row, { id, state, direction }]) => {
      const lastId = id ?? this.#idOf.get(row);
      return lastId !== undefined && state === 'unsent' && direction === 'outgoing' ? [lastId] : [];
    });
  }

  /** Rows that went while a notice came, or that went or say something else after LINE's dialog was confirmed. */
  #saidByAbsence(change: RowChange): readonly string[] {
    const stays = new Set(change.added.map((row) => row.getAttribute(attributes.messageId)));
    const gone = [...change.removed]
      .map((row) => row.getAttribute(attributes.messageId) ?? '')
      .filter((id) => id !== '' && !stays.has(id));
    if (gone.length === 1 && bringsNotice(change)) return gone;
    const confirmed = this.#confirmed;
    if (confirmed === null || this.#clock.now() > confirmed.until) return [];
    const changed = [...change.changed].some(
      (row) => this.#idOf.get(row) === confirmed.id && whatRowSays(row) !== confirmed.said,
    );
    return gone.includes(confirmed.id) || changed ? [confirmed.id] : [];
  }

  #follow(event: Event, rowAround: (node: Node) => HTMLElement | null): void {
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    const row = rowAround(target);
    if (row !== null && target.closest(MENU) !== null) this.#menuRow = row;
    const button = target.closest('button, [role="button"], input, a');
    const label = button instanceof HTMLInputElement ? button.value : (button?.textContent ?? '');
    const confirms = button !== null && button.closest(DIALOG) !== null && isUnsendLabel(label);
    if (!confirms || button.matches(MENU_ENTRY)) return;
    const confirmed = this.#menuRow;
    const id = confirmed?.getAttribute(attributes.messageId);
    if (!confirmed || !id) return;
    this.#confirmed = { id, said: whatRowSays(confirmed), until: this.#clock.now() + ANSWER_WITHIN_MS };
  }
}

function bringsNotice(change: RowChange): boolean {
  const systemLine = chatAnchors.any('systemLine');
  return change.others.some((element) =>
    [element, ...element.querySelectorAll(systemLine)].some(
      (line) => line.matches(systemLine) && isUnsentNotice(line.textContent),
    ),
  );
}

/** All that a row says, but for menu, clock and read mark, which come and go, and for our badge. */
function whatRowSays(row: HTMLElement): string {
  return [...row.children]
    .filter((child) => !child.localName.startsWith('matta-'))
    .flatMap((child) =>
      child.matches(MARGIN) ? marginTexts([...insideOf(child).childNodes]) : [child.textContent.trim()],
    )
    .filter((text) => text !== '' && readClockText(text) === null && !isReadMark(text))
    .join('\n');
}
