import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong in a page, or in the parts that selectors name, as sentences. Open shadow roots are looked
 * into. A script element would be refused by the policy of Matta's own pages, so axe is evaluated.
 */
export async function accessibilityFaults(
  page: Page,
  parts: readonly string[] = [],
): Promise<readonly string[]> {
  await page.evaluate(source);
  return page.evaluate(async (include) => {
    const axe = Reflect.get(window, 'axe');
    const { violations } = await axe.run(include.length === 0 ? document : { include });
    return violations.flatMap((violation: { id: string; help: string; nodes: { html: string }[] }) =>
      violation.nodes.map(({ html }) => `${violation.id} (${violation.help}): ${html.slice(0, 160)}`),
    );
  }, parts);
}
