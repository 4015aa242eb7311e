import { switches } from '../active-switches.ts';
import { element } from '../dom.ts';
import { countText, labels } from '../locale.ts';
import type { BroadcastForm } from '../model/form.ts';
import { checkbox, field, section, toggle } from './controls.ts';
import type { SectionEvents } from './section-events.ts';

/** 配信先: everybody or a narrowed audience, with the number of people that LINE estimates. */
export function receiversSection(form: BroadcastForm, events: SectionEvents): HTMLElement {
  const { receivers } = labels;
  const choose = (audience: BroadcastForm['audience']) => () => events.onRedraw({ audience });
  const group = element(
    'div',
    'btn-group',
    toggle('audience', receivers.all, form.audience === 'all', choose('all')),
    toggle('audience', receivers.narrowed, form.audience === 'narrowed', choose('narrowed')),
  );
  const estimate = element('p', 'reach', receivers.estimate(countText(form.people[form.audience])));
  return section(
    receivers.title,
    element('p', 'text-muted small', receivers.note),
    element('div', 'choice-row', group, ...(switches.reach === 'yes' ? [estimate] : [])),
    ...(form.audience === 'narrowed' ? [narrowing(form, events)] : []),
  );
}

function narrowing(form: BroadcastForm, { onWrite }: SectionEvents): HTMLElement {
  const { receivers } = labels;
  const name = field({
    type: 'text',
    name: 'audienceName',
    label: receivers.name,
    value: form.audienceName,
    onInput: (audienceName) => onWrite({ audienceName }),
  });
  const kinds = receivers.kinds.map((kind) => element('span', 'badge', kind));
  return element(
    'div',
    'narrowing',
    name,
    checkbox(receivers.audience, form.hasAudience, (hasAudience) => onWrite({ hasAudience })),
    element('p', 'small', receivers.attributes),
    element('div', 'badges', ...kinds),
  );
}
