import type { Browsers } from '../browser/browsers.ts';
import { ConversationTab, labelled } from '../browser/conversation-tab.ts';
import { traced } from '../browser/trace.ts';
import type { Samples } from '../report/samples.ts';

/** Works in one conversation with Matta, and notes its longest piece of script and by how much it moved the page. */
export async function longTasksAndShifts(
  browsers: Browsers,
  script: string,
  rows: number,
  samples: Samples,
): Promise<void> {
  const page = await browsers.runningTabFor('matta');
  const trace = await traced(page, async () => {
    const tab = await ConversationTab.open(page, 'matta', rows, script);
    await labelled(tab);
    await page.evaluate(watchShifts);
    await page.evaluate(() => window.practice.send());
    await tab.settle();
    await page.evaluate(() => void window.practice.older());
    await tab.settle();
  });
  samples.add(`longest/${rows}/matta`, trace.longestOwn());
  samples.add(`shift/${rows}/matta`, await page.evaluate(shiftsSeen));
  await page.close();
}

/** Runs in the page: from here on, notes how much elements around badges move when a badge comes. */
function watchShifts(): void {
  const shifts: number[] = [];
  Object.assign(window, { shiftsOfBadges: shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sources: readonly { readonly node?: Node | null }[] = Reflect.get(entry, 'sources') ?? [];
      const isOurs = sources.some(
        ({ node }) => node instanceof Element && node.localName.startsWith('matta-'),
      );
      if (isOurs) shifts.push(Number(Reflect.get(entry, 'value')));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page. */
function shiftsSeen(): number {
  const shifts: readonly number[] = Reflect.get(window, 'shiftsOfBadges');
  return shifts.reduce((sum, value) => sum + value, 0);
}
