import type { DialogHost } from './dialog-host.ts';

/** How often it is looked whether the dialog is still there, in milliseconds, besides when the page changes. */
const LOOK_EVERY_MS = 500;

const OURS: ReadonlySet<string> = new Set(['data-phase', 'data-mode', 'data-source']);

/**
 * Puts the dialog back whenever the page takes it away, moves it, closes it or hangs attributes on its host.
 *
 * @param reopened is called after each time
 */
export function keepOpen(dialogHost: DialogHost, reopened: () => void, signal: AbortSignal): void {
  const { host, dialog } = dialogHost;
  const { ownerDocument: document } = host;
  const look = () => {
    for (const { name } of [...host.attributes]) if (!OURS.has(name)) host.removeAttribute(name);
    if (!dialogHost.isOpen() && dialogHost.reopen()) reopened();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(host, { attributes: true });
  const timer = setInterval(look, LOOK_EVERY_MS);
  // Told late: by then we may have opened it again ourselves.
  dialog.addEventListener('close', look, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearInterval(timer);
    },
    { once: true },
  );
}
