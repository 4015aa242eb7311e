import type { DialogAttack } from './attack.ts';
import type { AttackBench, Point } from './attack-bench.ts';

/** The browser tells each observer of what is covered at moments of its own, a tenth of a second apart. */
const NOTICED_MS = 110;
/** The longest that the browser may take to see that something is covered; what only makes it small is seen at once. */
const COVERED_MS = 600;

/** What an attack on the dialog did. */
export interface DialogAttackResult {
  readonly presses: number;
  /** What was not as it should be; null when all was. */
  readonly fault: string | null;
}

/** Attacks an open, answered checklist, presses where its last button was, and takes the attack back. */
export async function attackDialog(
  bench: AttackBench,
  { attack, expected }: DialogAttack,
): Promise<DialogAttackResult> {
  const { page } = bench;
  await isBack(bench);
  const final = await finalPoint(bench);
  if (final === null) return { presses: 0, fault: 'there was no checklist to attack' };
  await page.evaluate(rememberTimer);
  await page.evaluate(attack, final);
  const presses = expected === 'untouched' ? 0 : 1;
  if (expected === 'refused') {
    await page.evaluate(whenCovered, COVERED_MS);
    await page.waitForTimeout(NOTICED_MS);
    await page.mouse.click(final.x, final.y);
  }
  const fault = expected === 'untouched' ? await isReached(bench, final) : null;
  await takeBack(bench);
  return { presses, fault };
}

/** Where the button is that sends; null without one. */
export function finalPoint({ page }: AttackBench): Promise<Point | null> {
  return page.evaluate(() => {
    const button = document.querySelector('matta-gate')?.shadowRoot?.querySelector('button.final');
    button?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = button?.getBoundingClientRect();
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
}

async function isReached({ page }: AttackBench, final: Point): Promise<string | null> {
  return page.evaluate(({ x, y }) => {
    const host = document.querySelector('matta-gate');
    const dialog = host?.shadowRoot?.querySelector('dialog');
    const button = dialog?.querySelector('button.final');
    const box = button?.getBoundingClientRect();
    if (!dialog?.open || box === undefined) return 'the dialog is gone';
    if (document.elementFromPoint(x, y) !== host) return 'the button cannot be pressed';
    if (!dialog.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return 'the dialog cannot be seen';
    const moved = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
    return moved > 2 ? 'the button has moved' : null;
  }, final);
}

/** The dialog is on the page and has its questions; a page that fights for it is left alone for a while. */
async function isBack({ page }: AttackBench): Promise<void> {
  await page
    .waitForFunction(() => {
      const dialog = document.querySelector('matta-gate')?.shadowRoot?.querySelector('dialog');
      return dialog?.open === true && dialog.querySelector('button.final') !== null;
    })
    .catch(() => undefined);
}

/** Runs in the page: resolves when the browser says that the dialog is not to be seen whole, or after some time. */
function whenCovered(longestMs: number): Promise<void> {
  const dialog = document.querySelector('matta-gate')?.shadowRoot?.querySelector('dialog');
  return new Promise((resolve) => {
    setTimeout(resolve, dialog && document.documentElement.style.zoom === '' ? longestMs : 0);
    if (!dialog) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isVisible === true) return;
        observer.disconnect();
        resolve();
      },
      { trackVisibility: true, delay: 100 },
    );
    observer.observe(dialog);
  });
}

/** Runs in the page: attacks that go on tell of their timer. */
function rememberTimer(): void {
  addEventListener(
    'attack-timer',
    (event) => {
      if (event instanceof CustomEvent) document.body.dataset['attackTimer'] = String(event.detail);
    },
    { once: true },
  );
}

async function takeBack(bench: AttackBench): Promise<void> {
  await bench.page.evaluate(() => {
    clearInterval(Number(document.body.dataset['attackTimer'] ?? 0));
    delete document.body.dataset['attackTimer'];
    for (const element of document.querySelectorAll('[data-attack]')) element.remove();
    for (const element of [document.documentElement, document.body]) {
      element.removeAttribute('style');
      element.removeAttribute('inert');
    }
  });
  // Matta has put the dialog back as often as it does in a second.
  await bench.passTime();
}
