import type { Clock, Instant } from '../../../domain/clock.ts';
import { SECOND } from '../../../domain/clock.ts';
import { build } from '../../../ui/build.ts';
import { sheetOf } from '../../../ui/sheet-of.ts';

/** How often in a second the dialog is put back or opened anew, so that it never fights the page without end. */
const REOPENINGS_A_SECOND = 4;

/** The modal dialog in its shadow root, without content, and the means to bring it back to the top. */
export class DialogHost {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly dialog: HTMLDialogElement;
  readonly #document: Document;
  readonly #clock: Clock;
  readonly #focusedBefore: Element | null;
  #reopenings: readonly Instant[] = [];

  constructor(document: Document, styles: readonly string[], clock: Clock) {
    this.#document = document;
    this.#clock = clock;
    this.#focusedBefore = document.activeElement;
    this.host = document.createElement('matta-gate');
    this.root = this.host.attachShadow({ mode: __OPEN_ROOTS__ ? 'open' : 'closed' });
    this.root.adoptedStyleSheets = styles.map(sheetOf);
    this.dialog = build(document, 'dialog');
    this.root.append(this.dialog);
  }

  /** Opens the dialog above everything on the page. Where the browser refuses, nothing is left behind. */
  begin(): void {
    try {
      this.#open();
    } catch (error) {
      this.host.remove();
      throw error;
    }
  }

  /** True while the page has left the dialog alone. */
  isOpen(): boolean {
    return this.host.parentNode === this.#document.documentElement && this.dialog.open;
  }

  /** Opens the dialog anew, on top of whatever came above it. False: that was done too often just now. */
  reopen(): boolean {
    const now = this.#clock.now();
    const recent = this.#reopenings.filter((at) => at <= now && now - at < SECOND);
    if (recent.length >= REOPENINGS_A_SECOND) return false;
    this.#reopenings = [...recent, now];
    const focused = this.root.activeElement;
    const { scrollTop } = this.dialog;
    this.dialog.close();
    this.#open();
    this.dialog.scrollTop = scrollTop;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return true;
  }

  /** Takes the dialog off the screen and gives the focus back; the host stays. */
  closeModal(): void {
    if (this.dialog.open) this.dialog.close();
    if (this.#focusedBefore instanceof HTMLElement && this.#focusedBefore.isConnected) {
      this.#focusedBefore.focus({ preventScroll: true });
    }
  }

  #open(): void {
    this.#document.documentElement.append(this.host);
    this.dialog.showModal();
  }
}
