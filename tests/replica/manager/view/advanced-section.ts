import { element } from '../dom.ts';
import { labels } from '../locale.ts';
import type { BroadcastForm } from '../model/form.ts';
import { checkbox, field, section } from './controls.ts';
import type { SectionEvents } from './section-events.ts';

const FIRST_LIMIT = 500;

/** 高度な設定 */
export function advancedSection(form: BroadcastForm, { onWrite, onRedraw }: SectionEvents): HTMLElement {
  const { advanced } = labels;
  const limit = field({
    type: 'number',
    name: 'limit',
    label: advanced.limit,
    value: String(form.limit ?? FIRST_LIMIT),
    onInput: (value) => onWrite({ limit: Number(value) }),
  });
  return section(
    advanced.title,
    checkbox(advanced.voom, form.voom, (voom) => onWrite({ voom })),
    element(
      'div',
      'choice-row',
      checkbox(advanced.limit, form.limit !== null, (on) => onRedraw({ limit: on ? FIRST_LIMIT : null })),
      ...(form.limit === null ? [] : [limit]),
    ),
    checkbox(advanced.abTest, form.abTest, (abTest) => onWrite({ abTest })),
    checkbox(advanced.campaign, form.campaign, (campaign) => onWrite({ campaign })),
  );
}
