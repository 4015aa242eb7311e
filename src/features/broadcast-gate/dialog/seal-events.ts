const PRIVATE_EVENTS = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
  ...[
    'click',
    'dblclick',
    'auxclick',
    'contextmenu',
    'mousedown',
    'mouseup',
    'mousemove',
    'mouseover',
    'mouseout',
  ],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'wheel'],
  ...['focusin', 'focusout', 'copy', 'cut', 'paste', 'selectstart', 'submit'],
  ...['dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend'],
] as const;

/** Keeps what happens inside a host from the page, but for its listeners that capture above the host. */
export function sealEvents(host: HTMLElement, signal: AbortSignal): void {
  const stop = (event: Event) => event.stopPropagation();
  for (const type of PRIVATE_EVENTS) host.addEventListener(type, stop, { signal });
}
