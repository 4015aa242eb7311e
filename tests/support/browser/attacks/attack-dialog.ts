import type { DialogAttack } from './attack.ts';
import type { AttackBench, Point } from './attack-bench.ts';

/** How long the browser and Matta may take to notice that something covers the dialog, ms. */
const NOTICED_MS = 1500;
/** In this time the browser has told once more that the dialog can be seen, ms. */
const SEEN_AGAIN_MS = 250;

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
  if (expected === 'untouched') return { presses: 0, fault: await triedInPage(bench, attack) };
  const { page } = bench;
  await isBack(bench);
  const final = await finalPoint(bench);
  if (final === null) return { presses: 0, fault: 'there was no checklist to attack' };
  if (expected === 'refused') await page.waitForTimeout(SEEN_AGAIN_MS);
  await page.evaluate(goOnAttacking);
  await page.evaluate(attack, final);
  if (expected === 'refused') {
    await page
      .waitForFunction(() => Reflect.get(window, 'attackIsNoticed') !== false, null, { timeout: NOTICED_MS })
      .catch(() => undefined);
    // Where the button is now, if it is anywhere.
    const { x, y } = (await finalPoint(bench)) ?? final;
    await page.mouse.click(x, y);
  }
  await takeBack(bench);
  return { presses: 1, fault: null };
}

/** An attack that needs no press, with all that is looked at, in one go. Answers what was not as it should be, or null. */
async function triedInPage(bench: AttackBench, attack: DialogAttack['attack']): Promise<string | null> {
  // As text: a function that is handed over cannot take another with it.
  const fault: unknown = await bench.page.evaluate(`(${tryUntouched})(${attack})`);
  await takeBack(bench);
  return fault === null ? null : String(fault);
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

/**
 * Runs in the page, as text. What the dialog's own observers put right, they have put right by the second frame; by then the
 * dialog has to be where it was, to be seen and to be pressed.
 */
async function tryUntouched(attack: DialogAttack['attack']): Promise<string | null> {
  const frames = async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  };
  const dialogNow = () => {
    const host = document.querySelector('matta-gate');
    const dialog = host?.shadowRoot?.querySelector('dialog');
    return { host, dialog, button: dialog?.querySelector('button.final') };
  };
  const end = performance.now() + 5000;
  while (!dialogNow().button && performance.now() < end) await frames();
  dialogNow().button?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const before = dialogNow().button?.getBoundingClientRect();
  if (before === undefined) return 'there was no checklist to attack';
  const at = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
  const look = () => {
    const { host, dialog, button } = dialogNow();
    const box = button?.getBoundingClientRect();
    if (!dialog?.open || box === undefined) return 'the dialog is gone';
    if (document.elementFromPoint(at.x, at.y) !== host) return 'the button cannot be pressed';
    if (!dialog.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return 'the dialog cannot be seen';
    return Math.hypot(box.x - before.x, box.y - before.y) > 2 ? 'the button has moved' : null;
  };
  attack(at);
  await frames();
  return look();
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

/**
 * Runs in the page: an attack that hands over what it does does it again in the very moment in which Matta puts its dialog
 * back on top, so that the dialog is never to be seen meanwhile.
 */
function goOnAttacking(): void {
  if ('endAttack' in window) return;
  Object.assign(window, { endAttack: null, attackIsNoticed: null });
  const attackAgain = (event: Event) => {
    const act: unknown = event instanceof CustomEvent ? event.detail : null;
    if (typeof act !== 'function') return;
    const observer = new MutationObserver(() => {
      Object.assign(window, { attackIsNoticed: true });
      act();
    });
    observer.observe(document.documentElement, { childList: true });
    Object.assign(window, { attackIsNoticed: false, endAttack: () => observer.disconnect() });
  };
  addEventListener('attack-again', attackAgain);
}

async function takeBack(bench: AttackBench): Promise<void> {
  await bench.page.evaluate(() => {
    const end: unknown = Reflect.get(window, 'endAttack');
    if (typeof end === 'function') end();
    if ('endAttack' in window) Object.assign(window, { endAttack: null, attackIsNoticed: null });
    for (const element of document.querySelectorAll('[data-attack]')) element.remove();
    for (const element of [document.documentElement, document.body]) {
      element.removeAttribute('style');
      element.removeAttribute('inert');
    }
  });
  // Matta has put the dialog back as often as it does in a second.
  await bench.passTime();
}
