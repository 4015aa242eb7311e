/**
 * The browser's ways to send, as they are when the page's first script runs. A page may keep them, and then whoever
 * replaces them later replaces nothing.
 */
export const natives = {
  XMLHttpRequest,
  open: XMLHttpRequest.prototype.open,
  send: XMLHttpRequest.prototype.send,
  setRequestHeader: XMLHttpRequest.prototype.setRequestHeader,
  fetch: window.fetch.bind(window),
  sendBeacon: navigator.sendBeacon.bind(navigator),
} as const;
