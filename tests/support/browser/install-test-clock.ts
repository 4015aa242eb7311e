/**
 * Replaces `Date` in the realm where it runs by one whose present is moved by an offset. Everything else about dates
 * stays: instances, static methods, explicit arguments. Timers are not moved. A second call changes nothing.
 *
 * Where there is a document, the offset starts from `localStorage['practice-clock-offset']` and follows the document's
 * event `practice-clock`, whose detail is the new offset in ms. The worker is moved with the global `moveTestClock`.
 *
 * Its source text is what reaches the browser, so it must not use anything from outside its own body.
 */
export function installTestClock(): void {
  if ('moveTestClock' in globalThis) return;
  const RealDate = Date;
  let offsetMs = 0;
  const now = () => RealDate.now() + offsetMs;
  const moveTestClock = (ms: unknown) => {
    offsetMs = Number(ms);
  };

  const MovedDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === MovedDate ? target : newTarget,
      ),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: MovedDate, writable: true });
  Object.assign(globalThis, { Date: MovedDate, moveTestClock });

  if (typeof document === 'undefined') return;
  moveTestClock(localStorage.getItem('practice-clock-offset') ?? 0);
  document.addEventListener('practice-clock', (event) => {
    if (event instanceof CustomEvent) moveTestClock(event.detail);
  });
}
