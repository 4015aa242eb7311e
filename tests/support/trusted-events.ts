/**
 * Events as the browser makes them for a real mouse or keyboard. What a script dispatches is never trusted, in jsdom as in
 * a browser, so these go in below the public interface of jsdom.
 */

interface Inside {
  isTrusted: boolean;
  _dispatch(event: Inside): boolean;
}

/** A real click. Answers the event, to see what became of it. */
export function click(target: Element): Event {
  return dispatch(target, new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}

/** A key pressed down. */
export function press(target: Element, key: string, init: KeyboardEventInit = {}): Event {
  const all = { ...init, key, bubbles: true, cancelable: true, composed: true };
  return dispatch(target, new KeyboardEvent('keydown', all));
}

/** Any event, as if the browser had made it. */
export function dispatch(target: Element, event: Event): Event {
  const made = insideOf(event);
  made.isTrusted = true;
  insideOf(target)._dispatch(made);
  return event;
}

function insideOf(wrapper: object): Inside {
  const key = Object.getOwnPropertySymbols(wrapper).find((symbol) => symbol.description === 'impl');
  if (key === undefined) throw new Error('jsdom has changed: no inner object');
  return Reflect.get(wrapper, key);
}
