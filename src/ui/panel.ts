import { build } from './build.ts';
import css from './shadow-host.css?inline';
import { sheetOf } from './sheet-of.ts';

/** A small window of ours over a foreign page, which stays usable while it is open. */
export interface Panel {
  /** The element on the page that holds the shadow root. */
  readonly host: HTMLElement;
  /** The visible box, in the shadow root; for placing. */
  readonly box: HTMLElement;
  /** Below the title, for content. */
  readonly body: HTMLElement;
  close(): void;
}

/**
 * Opens a panel in the top layer, above any z-index of the page. It closes by its button, by Escape inside it, and with
 * `signal`. The page learns nothing of keys and clicks inside, but for listeners that capture on the window.
 */
export function openPanel(options: {
  readonly document: Document;
  readonly name: `matta-${string}`;
  readonly role: 'dialog' | 'status';
  readonly title: string;
  readonly closeLabel: string;
  readonly css?: string;
  readonly signal: AbortSignal;
  readonly onClose?: () => void;
}): Panel {
  const { document, signal } = options;
  const host = document.createElement(options.name);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [css, options.css ?? ''].map(sheetOf);
  const closed = new AbortController();
  const close = () => {
    if (closed.signal.aborted) return;
    closed.abort();
    host.remove();
    options.onClose?.();
  };
  const box = build(document, 'section');
  box.className = 'panel';
  box.setAttribute('role', options.role);
  box.setAttribute('aria-label', options.title);
  const body = build(document, 'div');
  box.append(headerOf(document, options.title, options.closeLabel, close), body);
  root.append(box);
  host.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  for (const type of ['keydown', 'keyup', 'click'])
    host.addEventListener(type, (event) => event.stopPropagation());
  if (signal.aborted) throw new DOMException('opened after its end', 'AbortError');
  signal.addEventListener('abort', close, { signal: closed.signal });
  host.popover = 'manual';
  document.documentElement.append(host);
  host.showPopover();
  return { host, box, body, close };
}

function headerOf(document: Document, title: string, closeLabel: string, close: () => void): HTMLElement {
  // No `header` element: on LINE's page that would be a second banner.
  const header = build(document, 'div');
  header.className = 'header';
  const button = build(document, 'button', closeLabel);
  button.type = 'button';
  button.className = 'close';
  button.addEventListener('click', close);
  header.append(build(document, 'h2', title), button);
  return header;
}
