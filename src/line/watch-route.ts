/**
 * Calls back when the address may have changed without a new document being loaded. Content scripts cannot see
 * `history.pushState` being called; the Navigation API tells of it.
 */
export function watchRoute(document: Document, listener: () => void, signal: AbortSignal): void {
  const window = document.defaultView;
  const navigation = window !== null && 'navigation' in window ? window.navigation : null;
  if (navigation instanceof EventTarget) {
    navigation.addEventListener('currententrychange', listener, { signal });
  }
  window?.addEventListener('popstate', listener, { signal });
}
