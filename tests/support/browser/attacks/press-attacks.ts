import type { ManagerSwitches } from '../../../replica/manager/switches.ts';
import type { Attack } from './attack.ts';
import type { AttackBench } from './attack-bench.ts';

const hasForm = ({ form }: ManagerSwitches) => form === 'form';
const CLICKS_A_SECOND = 30;

/** Presses on 配信, real ones and those that a script makes. */
export const PRESS_ATTACKS: readonly Attack[] = [
  press('mouse', (bench) => bench.click('send')),
  press('touch', async (bench) => {
    const point = await bench.point('send');
    if (point !== null) await bench.touch(point);
  }),
  press('pen', async (bench) => {
    const point = await bench.point('send');
    if (point !== null) await bench.pen(point);
  }),
  press('Enter on the focused button', (bench) => pressKey(bench, 'Enter')),
  press('Space on the focused button', (bench) => pressKey(bench, ' ')),
  {
    ...press('Enter in a text field of a form', async ({ page }) => {
      await page.locator('input[type="time"], input[type="text"]').first().focus();
      await page.keyboard.press('Enter');
    }),
    applies: hasForm,
  },
  press(
    'double click',
    async (bench) => {
      const point = await bench.point('send');
      if (point !== null) await bench.page.mouse.dblclick(point.x, point.y);
    },
    2,
  ),
  press(
    '30 clicks in a second',
    async (bench) => {
      const point = await bench.point('send');
      if (point === null) return;
      await bench.page.mouse.move(point.x, point.y);
      const clicks = Array.from({ length: CLICKS_A_SECOND }, () => [
        bench.page.mouse.down(),
        bench.page.mouse.up(),
      ]);
      await Promise.all(clicks.flat());
    },
    CLICKS_A_SECOND,
  ),
  press('click() by script', ({ page }) => page.evaluate(() => window.practiceManager.press('send'))),
  press('click() on the text inside the button', ({ page }) =>
    page.evaluate(() => {
      const inside = window.practiceManager.element('send')?.querySelector('span');
      inside?.click();
    }),
  ),
  {
    ...press('requestSubmit() of the form', ({ page }) =>
      page.evaluate(() => window.practiceManager.submit('requestSubmit')),
    ),
    applies: hasForm,
  },
  {
    ...press('submit() of the form', ({ page }) =>
      page.evaluate(() => window.practiceManager.submit('submit')),
    ),
    applies: hasForm,
  },
  {
    ...press('page’s own listener on the window, registered first', (bench) => bench.click('send')),
    applies: ({ capture }) => capture === 'yes',
  },
  press(
    'button re-rendered and pressed again while the checklist is open',
    async (bench) => {
      const { page } = bench;
      await page.evaluate(() => window.practiceManager.press('send'));
      await page
        .locator('matta-gate')
        .waitFor({ state: 'attached', timeout: 1000 })
        .catch(() => undefined);
      await page.evaluate(() => {
        const { practiceManager } = window;
        const button = practiceManager.element('send');
        const around = button?.parentNode;
        if (around) around.replaceChildren(...around.childNodes);
        practiceManager.press('send');
      });
    },
    2,
  ),
];

function press(name: string, run: (bench: AttackBench) => Promise<unknown>, presses = 1): Attack {
  return {
    name,
    sources: ['page §7.6'],
    run: async (bench) => {
      await run(bench);
      return presses;
    },
  };
}

async function pressKey({ page }: AttackBench, key: string): Promise<void> {
  await page.evaluate(() => window.practiceManager.element('send')?.focus());
  await page.keyboard.press(key);
}
